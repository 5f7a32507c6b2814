import { inspect } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { AmplifyBackendClient, DeleteTokenCommand, type ValidationOptions } from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { propertySettings } from "../differential/support/runs.js";
import { issuesOf, measure } from "./measure.js";
import { counts, RIGHT, VIOLATIONS, type Violation } from "./violations.js";

const single = Object.entries(VIOLATIONS).flatMap(([member, violations]) =>
  violations.map((violation) => [`${member}: ${violation.issue.code}`, member, violation] as const),
);

/** Which violation each member has, if any. */
const violated = fc.record(
  Object.fromEntries(
    Object.entries(VIOLATIONS).map(([member, violations]) => [member, fc.constantFrom(...violations)]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Readonly<Record<string, Violation>>>;
const switches: fc.Arbitrary<ValidationOptions> = fc.record(
  { min: fc.boolean(), max: fc.boolean(), pattern: fc.boolean(), enum: fc.boolean() },
  { requiredKeys: [] },
);

const inputOf = (violations: Readonly<Record<string, Violation>>) => ({
  ...RIGHT,
  ...Object.fromEntries(Object.entries(violations).map(([member, { value }]) => [member, value])),
});

const reversed = (input: object): object => Object.fromEntries(Object.entries(input).reverse());

describe("an input", () => {
  test("that is right at every bound is sent", async () => {
    expect(await issuesOf(RIGHT)).toEqual([]);
  });

  test.each(single)("with one thing wrong is refused for it: %s", async (_title, member, violation) => {
    const issues = await issuesOf({ ...RIGHT, [member]: violation.value });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject(violation.issue);
    for (const key of ["constraint", "value"]) {
      expect([key, Object.hasOwn(issues[0] ?? {}, key)]).toEqual([key, Object.hasOwn(violation.issue, key)]);
    }
  });

  test("with any things wrong is refused for those that count, in the order of the model", async () => {
    await fc.assert(
      fc.asyncProperty(violated, switches, async (violations, options) => {
        const input = inputOf(violations);
        const expected = Object.keys(RIGHT)
          .flatMap((member) => violations[member] ?? [])
          .filter((violation) => counts(violation, options));
        const issues = await issuesOf(input, options);
        expect(issues).toMatchObject(expected.map(({ issue }) => issue));
        expect(await issuesOf(reversed(input), options)).toEqual(issues);
      }),
      propertySettings(300),
    );
  });

  test("has every item looked at, however long a list may be", async () => {
    const issues = await issuesOf({ ...RIGHT, Names: ["a", "b", "c", 5] }, { max: false });
    expect(issues).toMatchObject([{ path: "Names[3]", code: "invalid_type" }]);
  });

  test("is sent where nothing of what is wrong counts, and wherever validation does not refuse it", async () => {
    const passes = ({ kind }: Violation) => kind !== undefined;
    await fc.assert(
      fc.asyncProperty(violated, async (all) => {
        const violations = Object.fromEntries(Object.entries(all).filter(([, each]) => passes(each)));
        const off = { min: false, max: false, pattern: false, enum: false };
        const [lenient, warned, unchecked] = await Promise.all(
          [off, { input: "warn" } as const, { input: "off" } as const].map(
            async (validation) => (await measure(inputOf(violations), validation)).requests[0]?.body,
          ),
        );
        expect(unchecked).toBeDefined();
        expect(lenient).toEqual(unchecked);
        expect(warned).toEqual(unchecked);
      }),
      propertySettings(50),
    );
  });
});

test("no problem with a secret tells anything of it", async () => {
  for (const [title, member, { value }] of single) {
    if (!["Secret", "Secrets", "Vault"].includes(member)) continue;
    const { error } = await measure({ ...RIGHT, [member]: value }, {});
    const seen = [
      title,
      JSON.stringify(error),
      inspect(error, { showHidden: true, depth: 9 }),
      String(error),
    ].join();
    expect(seen).toContain("InputValidationError");
    expect(seen).not.toMatch(/hus/i);
  }
});

test("an unsafe part of the path is shown, unless it is secret", async () => {
  const issuesFor = async (command: ConstructorParameters<typeof DeleteTokenCommand>[0]) => {
    const result = await new AmplifyBackendClient({ region: "eu-central-1" }).safeSend(
      new DeleteTokenCommand(command),
    );
    return result.success || result.error.name !== "InputValidationError" ? [] : result.error.issues;
  };
  expect(await issuesFor({ AppId: "..", SessionId: "%2e%2e" })).toMatchObject([
    { path: "AppId", code: "unsafe_label", value: '".."' },
    { path: "SessionId", code: "unsafe_label", value: "***SensitiveInformation***" },
  ]);
  expect(await issuesFor({ AppId: undefined, SessionId: "a" })).toMatchObject([
    { path: "AppId", code: "missing", constraint: { name: "required" } },
  ]);
});

describe("an answer", () => {
  const SENT = [
    "Percent",
    "Name",
    "Names",
    "Sizes",
    "Colour",
    "Grade",
    "ByColour",
    "Choice",
    "Inner",
    "Secret",
  ];
  /** Readers leave out nulls and unknown members. */
  const isSeen = ({ value, issue }: Violation) =>
    value !== null &&
    !Number.isNaN(value) &&
    (issue.code !== "unknown_member" || issue.path?.startsWith("Choice"));
  const strict = { input: "off", output: "strict" } as const;
  const right = Object.fromEntries(SENT.map((member) => [member, RIGHT[member]]));

  test("that is right at every bound is taken", async () => {
    expect(await issuesOf({}, strict, { answer: JSON.stringify(right) })).toEqual([]);
  });

  test("with any things wrong is refused for those that count, and not lost", async () => {
    await fc.assert(
      fc.asyncProperty(violated, switches, async (all, options) => {
        const violations = Object.fromEntries(
          Object.entries(all).filter(([member, each]) => SENT.includes(member) && isSeen(each)),
        );
        const answer = JSON.stringify({
          ...right,
          ...Object.fromEntries(Object.entries(violations).map(([member, { value }]) => [member, value])),
          // The output asks for a percentage, not for a name.
        });
        const isNoted = (member: string, each: Violation) =>
          counts(each, options) && !(member === "Name" && each.issue.code === "missing");
        const expected = SENT.flatMap((member) => {
          const each = violations[member];
          return each !== undefined && isNoted(member, each) ? [each.issue] : [];
        });
        const world = { answer };
        expect(await issuesOf({}, { ...strict, ...options }, world)).toMatchObject(expected);
        const { error, data } = await measure({}, { ...strict, ...options }, world);
        const unchecked = await measure({}, { input: "off" }, world);
        const { $metadata, ...output } = unchecked.data as Record<string, unknown>;
        if (expected.length === 0) expect(data).toMatchObject(output);
        else expect(error).toMatchObject({ name: "OutputValidationError", output });
      }),
      propertySettings(200),
    );
  });
});
