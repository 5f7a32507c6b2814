import { expect, test } from "@jest/globals";
import { observeBoth, type Sent, type Situation } from "./observe.js";

/** What both clients have to make of a situation, as far as it matters for the row. */
export type Expected = { readonly [Key in keyof Sent]?: unknown } & { readonly failure?: RegExp };

/** A row of a table: its title, the situation, and what comes of it. */
export type Row = readonly [title: string, situation: Situation, expected: Expected];

/** Runs a table: both clients have to make the same of each situation, and what the row says. */
export function testRows(rows: readonly Row[]): void {
  test.each(rows)("%s", async (_title, situation, expected) => {
    const { official, ours } = await observeBoth(situation);
    const { failure, ...sent } = expected;
    if (failure !== undefined) {
      const failed = { failure: expect.stringMatching(failure) };
      expect({ official, ours }).toEqual({ official: failed, ours: failed });
      return;
    }
    expect({ ours }).toEqual({ ours: official });
    expect({ official }).toMatchObject({ official: sent });
  });
}
