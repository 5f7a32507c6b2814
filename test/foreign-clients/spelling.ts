import type { Failure, Outcome } from "./outcome.js";

/** How a client words what all of them are told. */
export interface Spelling {
  /** The parts of an error that it passes on. */
  readonly tells: readonly (keyof Failure)[];
  /** What it makes of a page of HTML with status 504. */
  readonly page: Failure;
}

/** The one step of which each client makes something else. */
export const PAGE = "a gateway answers with a page of HTML";

/** By the client's name. */
export const SPELLINGS: Readonly<Record<string, Spelling>> = {
  "@aws-sdk/client-amplifybackend": {
    tells: ["code", "message", "status", "members"],
    // It tries to read the page as JSON.
    page: { code: "SyntaxError", status: 504 },
  },
  // Members of errors are not in its model of this service.
  "aws-sdk": {
    tells: ["code", "message", "status"],
    page: { code: "UnknownError", message: "Gateway Timeout", status: 504 },
  },
  // It prints one line.
  aws: { tells: ["code", "message"], page: { code: "504", message: "Gateway Timeout" } },
};

/** An outcome, as far as a client passes it on. */
export const spell = ({ tells }: Spelling, outcome: Outcome): Outcome => {
  if ("output" in outcome) return outcome;
  const told = Object.entries(outcome.failure).filter(([part]) => tells.includes(part as keyof Failure));
  return { failure: Object.fromEntries(told) };
};
