import { hide } from "../common/printing.js";

/** What Node prints of an error even where it is not enumerable. */
const PRINTED: ReadonlySet<string> = new Set(["cause", "errors"]);

/**
 * Lets callers read what the body of an error says beyond the model, as they can with AWS's clients. None of it is
 * printed: a service may repeat what it was sent, secrets included, and errors end up in logs.
 */
export function keepFurtherMembers(error: Error, body: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(body)) {
    // What is the client's own word stays so: nobody forges `$metadata`, or `$retryable`.
    const isTaken = name.startsWith("$") || PRINTED.has(name) || Reflect.get(error, name) !== undefined;
    if (!isTaken) hide(error, name, value);
  }
}
