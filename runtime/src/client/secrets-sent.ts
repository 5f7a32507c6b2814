import { secretsIn } from "../protocol/echoes.js";
import type { HttpRequest } from "../transport/http-handler.js";
import type { CallContext } from "./call-context.js";
import type { SignedAttempt } from "./sign-attempt.js";

/** What a signature adds that is no secret. */
const PUBLIC = /^(?:host|x-amz-content-sha256|x-amz-date)$/i;

/** Names of headers that hold the key to something else, such as those that a hook sets for a gateway. */
const KEY_HEADER = /auth|cookie|key|pass|secret|token/i;

/** Parts of a header, such as a signature, that are as long as this identify whoever signed. */
const LONG = 20;

/**
 * The secrets of a request, which an answer may repeat: AWS's services do when a signature does not match, the session's
 * token included.
 *
 * @param unsigned - the same request before it was signed
 */
export function secretsSent(
  { operation, input }: CallContext,
  unsigned: HttpRequest,
  { request, identity }: SignedAttempt,
): readonly string[] {
  const { accessKeyId, secretAccessKey, sessionToken = "" } = identity;
  const added = Object.entries(request.headers)
    .filter(
      ([name, value]) => KEY_HEADER.test(name) || (unsigned.headers[name] !== value && !PUBLIC.test(name)),
    )
    .map(([, value]) => value);
  const parts = added.flatMap((value) => value.split(/[\s,=/]+/).filter(({ length }) => length >= LONG));
  return [
    ...secretsIn(operation.input, input),
    accessKeyId,
    secretAccessKey,
    sessionToken,
    ...added,
    ...parts,
  ];
}
