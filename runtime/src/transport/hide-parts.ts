import { errorChain, type ForeignError } from "../common/error-chain.js";
import { hide } from "../common/printing.js";

/** The error codes of Node's parser, and the error name of undici's, for an answer that is not valid HTTP. */
const NO_HTTP = /^(?:HPE_|UND_ERR_HEADERS_OVERFLOW$|HTTPParserError$)/;

/** Errors themselves. */
const KEPT = new Set(["cause", "errors"]);

/** Whether an error says that an answer is not valid HTTP. */
export function isNoHttp({ code, name }: ForeignError): boolean {
  return NO_HTTP.test(String(code ?? name));
}

/**
 * Keeps what others leave on their errors from being printed: the request with its signature, as `ky` and others do, the
 * answer, the connection. Who looks for it by name still finds it, but for the piece of an answer that parsers quote.
 */
export function hideParts(error: unknown): void {
  for (const link of errorChain(error)) {
    try {
      if (isNoHttp(link)) for (const name of ["rawPacket", "data"]) Reflect.deleteProperty(link, name);
      for (const [name, part] of Object.entries(link)) {
        if (!KEPT.has(name) && typeof part === "object" && part !== null) hide(link, name, part);
      }
    } catch {
      // It cannot be changed, or does not want to be read.
    }
  }
}
