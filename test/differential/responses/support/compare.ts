import { expect } from "@jest/globals";
import type { Ending, Endings } from "../../support/both-clients.js";

/** Compares what both clients made of an answer, and counts how often. */
export class Count {
  cases = 0;

  /** Both clients gave the same members, with the same values; `subject` is printed where they did not. */
  expectSame(endings: Endings, subject: string): void {
    this.cases++;
    expect({ subject, ...seen(endings.ours) }).toStrictEqual({ subject, ...seen(endings.official) });
  }
}

/** What a caller sees of how a call ended; errors have a suite of their own. */
function seen({ output, error }: Ending): object {
  if (output === undefined) return { error: `${String(error?.["name"])}: ${String(error?.["message"])}` };
  return { output, keys: Object.keys(output).sort() };
}
