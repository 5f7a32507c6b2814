/** A response whose body has been read to its end. */
export interface RawResponse {
  readonly statusCode: number;
  readonly reason: string | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** What went wrong with the body, where it is of no use, such as being too large. */
  readonly bodyProblem?: string | undefined;
}

/** The headers of a response under names in lower case. */
export function lowerCaseHeaders(
  headers: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers ?? {})) result[name.toLowerCase()] = String(value);
  return result;
}
