import { expect, jest, test } from "@jest/globals";

// The same search as in `canaries.test.ts`, over clients that blot out nothing and hide nothing. There is no such switch for
// users: the modules are replaced.
jest.unstable_mockModule("../../runtime/src/protocol/redact.js", () => ({
  REDACTED: "***SensitiveInformation***",
  redact: (_shape: unknown, value: unknown) => value,
}));
jest.unstable_mockModule("../../runtime/src/protocol/echoes.js", () => ({
  secretsIn: () => [],
  blotOut: (value: unknown) => value,
}));
jest.unstable_mockModule("../../runtime/src/common/printing.js", () => ({
  INSPECT: Symbol.for("nodejs.util.inspect.custom"),
  hide: (target: object, name: string, value: unknown) =>
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true }),
}));

const { runScenarios } = await import("./support/scenario.js");
const { furtherScenarios } = await import("./support/further-scenarios.js");

test("the search finds every secret that is not hidden from it", async () => {
  const { canaries, search } = await runScenarios(furtherScenarios, true);
  const missed = [...canaries.planted]
    .filter(([canary]) => !search.found.has(canary))
    .map(([, where]) => where);
  // These are refused where they come in, or go to a proxy alone: nothing that is redacted has ever held them.
  expect(missed.filter((where) => !where.startsWith("never told: "))).toEqual([]);
  console.log(
    `Secrets without redaction: ${canaries.planted.size} canaries planted, ${search.found.size} found, ${missed.length} never told.`,
  );
}, 300_000);
