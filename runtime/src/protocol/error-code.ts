import type { RawResponse } from "./raw-response.js";

/**
 * Finds the error's name in any of the places where restJson1 may put it.
 *
 * @returns the name without namespace and URI, or undefined where there is none
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
 */
export function findErrorCode(response: RawResponse, body: Record<string, unknown>): string | undefined {
  const codeKey = Object.keys(body).find((key) => key.toLowerCase() === "code");
  const candidates = [response.headers["x-amzn-errortype"], codeKey && body[codeKey], body["__type"]];
  for (const candidate of candidates) {
    const code = cleanCode(candidate);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** `aws.protocoltests.restjson#FooError:http://internal.amazon.com/coral/` is `FooError`. */
function cleanCode(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const [first = ""] = String(value).split(/[,:]/);
  const [whole, afterNamespace = whole] = first.split("#");
  return afterNamespace === "" ? undefined : afterNamespace;
}
