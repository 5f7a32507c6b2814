/** What may be said about an error of somebody else's code that handles secrets. */
export interface DescribedFailure {
  readonly message: string;
  readonly cause: unknown;
}

/** Says what a source of credentials has failed with. */
export function describeFailure(error: unknown): DescribedFailure {
  try {
    if (typeof error !== "object" || error === null) return { message: String(error), cause: error };
    const { name, message } = error as Partial<Error>;
    // `JSON.parse` quotes what it cannot read, which may be a secret: that error must not get into a log.
    if (name === "SyntaxError") return { message: "an answer cannot be parsed.", cause: undefined };
    return { message: String(message ?? name), cause: error };
  } catch {
    return { message: "what they failed with cannot be shown.", cause: error };
  }
}
