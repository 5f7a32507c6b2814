import type { ResponseMetadata } from "../client/metadata.js";
import type { Observation } from "./match.js";

/** Counts what one call ended in, under what AWS's waiters call it. */
export function countResponse(observed: Record<string, number>, { output, error }: Observation): void {
  const { $metadata } = (output ?? error) as { readonly $metadata?: ResponseMetadata };
  const words = error === undefined ? "OK" : error.message;
  const status = $metadata?.httpStatusCode;
  const kind = status === undefined ? words : `${status}: ${words}`;
  observed[kind] = (observed[kind] ?? 0) + 1;
}
