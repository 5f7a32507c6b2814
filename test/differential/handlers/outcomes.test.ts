import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { difference } from "../support/differences.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";
import type { Ending, Outcome } from "./support/outcomes.js";
import { HANDLER_LIMIT } from "./support/situations.js";

jest.setTimeout(PROPERTY_TIMEOUT);

const PROGRAM = "test/differential/handlers/support/outcomes.ts";

let outcomes: readonly Outcome[] = [];
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(resolve("node_modules/.bin/tsx"), [PROGRAM]);
  outcomes = JSON.parse(stdout) as readonly Outcome[];
  console.log(`Handlers, outcomes: ${outcomes.length} calls compared.`);
});

/** How a situation ends over each handler. */
const endings = (situation: string, side: "ours" | "official"): Readonly<Record<string, Ending>> =>
  Object.fromEntries(
    outcomes
      .filter((outcome) => outcome.situation === situation)
      .map((outcome) => [outcome.handler, outcome[side]]),
  );

const names = (situation: string, side: "ours" | "official"): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(endings(situation, side)).map(([handler, { error }]) => [handler, error?.["name"]]),
  );

test("every kind of handler was tried in every situation", () => {
  expect(outcomes).toHaveLength(7 * 10);
});

describe("both clients give the same result over every handler:", () => {
  test.each(["result", "empty", "big"])("%s", (situation) => {
    const ours = endings(situation, "ours");
    expect(ours).toEqual(endings(situation, "official"));
    for (const { error } of Object.values(ours)) expect(error).toBeUndefined();
  });
});

describe("both clients fail with an error of the same name over every handler:", () => {
  test.each([
    ["failed", "GatewayTimeoutException"],
    ["silent", "TimeoutError"],
    ["aborted", "AbortError"],
    ["aborted before", "AbortError"],
  ])("%s", (situation, name) => {
    const ours = names(situation, "ours");
    expect(ours).toEqual(names(situation, "official"));
    expect(new Set(Object.values(ours))).toEqual(new Set([name]));
  });
});

test(difference("network-error"), () => {
  const seen = (situation: string) => new Set(Object.values(names(situation, "official")));
  expect(seen("refused")).toEqual(new Set(["Error", "TypeError"]));
  expect(seen("dropped")).toEqual(new Set(["TimeoutError", "TypeError", "RequestTimeout"]));
  expect(seen("cut")).toEqual(new Set(["Error", "TypeError", "SocketError", "SyntaxError"]));
  const phases = { refused: "connect", dropped: "unknown", cut: "receive" };
  for (const [situation, phase] of Object.entries(phases)) {
    for (const ending of Object.values(endings(situation, "ours"))) {
      expect(ending).toMatchObject({ error: { name: "NetworkError", phase } });
    }
  }
  for (const ending of Object.values(endings("refused", "ours"))) {
    expect(ending).toMatchObject({ error: { code: "ECONNREFUSED" } });
  }
});

test(difference("timeout-error"), () => {
  const { settings, ...others } = endings("silent", "ours");
  expect(settings).toEqual({ error: { name: "TimeoutError", phase: "attempt", limit: HANDLER_LIMIT } });
  for (const ending of Object.values(others)) expect(ending).toMatchObject({ error: { phase: "attempt" } });
  expect(endings("silent", "official")).toMatchObject({
    settings: { error: { name: "TimeoutError", code: "ETIMEDOUT" } },
    FetchHttpHandler: { error: { name: "TimeoutError" } },
    UndiciHttpHandler: { error: { name: "TimeoutError", code: "UND_ERR_HEADERS_TIMEOUT" } },
  });
});
