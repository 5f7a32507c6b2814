import type { CapturedRequest } from "../../../runtime/src/testing/local-server.js";

/** A request as two clients are to agree on it, down to the byte. */
export interface RequestFacts {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** By name; what no two requests have in common is shown by its form, see {@link formOf}. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** In hexadecimal, where the text hides what is no UTF-8. */
  readonly bytes?: string;
}

/** The facts of a request. */
export const requestFacts = ({ method, url, headers, body, bytes }: CapturedRequest): RequestFacts => ({
  method,
  url,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, formOf(name, String(value))]),
  ),
  body,
  ...(bytes.equals(Buffer.from(body)) ? {} : { bytes: bytes.toString("hex") }),
});

/** Values that differ from one request to the next, or by whose client it is, and the form that they must have. */
const VARYING: Readonly<Record<string, RegExp>> = {
  "amz-sdk-invocation-id": /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  "x-amz-date": /^\d{8}T\d{6}Z$/,
  "user-agent": /^\S+\/\d+\.\d+\.\d+( \S+)*$/,
  "x-amz-user-agent": /^\S+\/\d+\.\d+\.\d+( \S+)*$/,
};

/** A value that has the form it is to have is shown as that form; any other as itself. */
function formOf(name: string, value: string): string {
  if (name === "authorization") {
    return value.replace(/\/\d{8}\//, "/(date)/").replace(/Signature=[\da-f]{64}$/, "Signature=(signature)");
  }
  return VARYING[name]?.test(value) ? String(VARYING[name]) : value;
}
