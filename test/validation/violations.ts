import type { ValidationIssue, ValidationOptions } from "@tinsmith/amplifybackend";

/** One way to break a constraint, and what is to be said of it. */
export interface Violation {
  /** The switch that lets it pass; nothing where none does. */
  readonly kind?: "min" | "max" | "pattern" | "enum";
  readonly value: unknown;
  readonly issue: Partial<ValidationIssue>;
}

const range = (min?: number, max?: number) => ({
  name: "range" as const,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
const length = (min?: number, max?: number) => ({ ...range(min, max), name: "length" as const });
const pattern = (text: string) => ({ name: "pattern" as const, pattern: text });
const oneOf = (...values: (string | number)[]) => ({ name: "enum" as const, values });

const NAME = "^[a-z]([a-z0-9-]*[a-z0-9])?$";
const CODE = "^[a-z]+$";
const SECRET = "***SensitiveInformation***";
const entries = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, 1]));

const issue = (
  path: string,
  code: ValidationIssue["code"],
  constraint?: ValidationIssue["constraint"],
  value?: string,
): Partial<ValidationIssue> => ({
  path,
  code,
  ...(constraint === undefined ? {} : { constraint }),
  ...(value === undefined ? {} : { value }),
});

/** A right value of every member of Measure's input, in the order of the model. */
export const RIGHT: Readonly<Record<string, unknown>> = {
  Percent: 100,
  Ratio: -1.5,
  Big: 10n,
  Tiny: -128,
  Small: 7,
  Name: "a-1",
  Code: "€𝒳z",
  Picture: new Uint8Array(1024),
  Java: "A/b",
  Level: 3,
  Names: ["a", "b", "c"],
  Sizes: { ab: 1, abc: 5 },
  Colour: "RED",
  Grade: 2,
  Grades: [1, 2],
  ByColour: { GREEN: { Code: "ab" } },
  Choice: { Level: 5 },
  Inner: { Code: "ab", Inners: [{ Code: "abc", Inners: [] }] },
  Secret: "hush",
  Secrets: { hush: "hush" },
  Vault: { Door: "RED", Inner: { Code: "ab" } },
};

/** Ways to break what the model says of each member. */
export const VIOLATIONS: Readonly<Record<string, readonly Violation[]>> = {
  Percent: [
    { kind: "min", value: -1, issue: issue("Percent", "too_small", range(0, 100), "-1") },
    { kind: "max", value: 101, issue: issue("Percent", "too_big", range(0, 100), "101") },
    { value: 1.5, issue: issue("Percent", "invalid_type", undefined, "1.5") },
    { value: Number.NaN, issue: issue("Percent", "invalid_type", undefined, "NaN") },
    { value: "50", issue: issue("Percent", "invalid_type", undefined, '"50"') },
  ],
  Ratio: [
    { kind: "min", value: -1.6, issue: issue("Ratio", "too_small", range(-1.5), "-1.6") },
    {
      kind: "min",
      value: Number.NEGATIVE_INFINITY,
      issue: issue("Ratio", "too_small", range(-1.5), "-Infinity"),
    },
    { value: false, issue: issue("Ratio", "invalid_type", undefined, "false") },
  ],
  Big: [
    { kind: "min", value: 9n, issue: issue("Big", "too_small", range(10), "9") },
    { value: 11, issue: issue("Big", "invalid_type", undefined, "11") },
  ],
  Tiny: [
    { value: 128, issue: issue("Tiny", "too_big", range(undefined, 127), "128") },
    { value: -129, issue: issue("Tiny", "too_small", range(-128), "-129") },
  ],
  Small: [{ kind: "max", value: 8, issue: issue("Small", "too_big", range(undefined, 7), "8") }],
  Name: [
    { value: undefined, issue: issue("Name", "missing", { name: "required" }) },
    { value: null, issue: issue("Name", "invalid_type") },
    { kind: "pattern", value: "A", issue: issue("Name", "pattern", pattern(NAME), '"A"') },
    {
      kind: "max",
      value: "a".repeat(64),
      issue: issue("Name", "too_big", length(1, 63), `"${"a".repeat(60)}…"`),
    },
  ],
  Code: [
    { kind: "min", value: "𝒳𝒳", issue: issue("Code", "too_small", length(3, 3), '"𝒳𝒳"') },
    { kind: "max", value: "€€€€", issue: issue("Code", "too_big", length(3, 3), '"€€€€"') },
  ],
  Picture: [
    { kind: "max", value: new Uint8Array(1025), issue: issue("Picture", "too_big", length(undefined, 1024)) },
    { value: "bytes", issue: issue("Picture", "invalid_type") },
  ],
  Java: [{ kind: "pattern", value: "1", issue: issue("Java", "pattern", pattern("(?i)^[a-z/]+$"), '"1"') }],
  Level: [{ kind: "min", value: 2, issue: issue("Level", "too_small", range(3), "2") }],
  Names: [
    { kind: "min", value: [], issue: issue("Names", "too_small", length(1, 3)) },
    { kind: "max", value: ["a", "b", "c", "d"], issue: issue("Names", "too_big", length(1, 3)) },
    { value: ["a", "b", "a"], issue: issue("Names", "not_unique", { name: "uniqueItems" }) },
    { kind: "pattern", value: ["a", "B"], issue: issue("Names[1]", "pattern", pattern(NAME), '"B"') },
    { value: "READ", issue: issue("Names", "invalid_type") },
    { value: "", issue: issue("Names", "invalid_type") },
  ],
  Sizes: [
    { kind: "min", value: {}, issue: issue("Sizes", "too_small", length(1, 2)) },
    { kind: "max", value: entries("aa", "bb", "cc"), issue: issue("Sizes", "too_big", length(1, 2)) },
    { kind: "min", value: entries("a"), issue: issue("Sizes.a", "too_small", length(2, 3), '"a"') },
    { kind: "max", value: entries("abcd"), issue: issue("Sizes.abcd", "too_big", length(2, 3), '"abcd"') },
    {
      kind: "pattern",
      value: entries("A B"),
      issue: issue('Sizes["A B"]', "pattern", pattern(CODE), '"A B"'),
    },
    { kind: "max", value: { ab: 6 }, issue: issue("Sizes.ab", "too_big", range(1, 5), "6") },
  ],
  Colour: [
    { kind: "enum", value: "BLUE", issue: issue("Colour", "invalid_value", oneOf("RED", "GREEN"), '"BLUE"') },
    { value: 5, issue: issue("Colour", "invalid_value", oneOf("RED", "GREEN"), "5") },
  ],
  Grade: [
    { kind: "enum", value: 3, issue: issue("Grade", "invalid_value", oneOf(1, 2), "3") },
    { value: 1.5, issue: issue("Grade", "invalid_value", oneOf(1, 2), "1.5") },
  ],
  Grades: [
    { value: [1, 1], issue: issue("Grades", "not_unique", { name: "uniqueItems" }) },
    { kind: "enum", value: [3], issue: issue("Grades[0]", "invalid_value", oneOf(1, 2), "3") },
  ],
  ByColour: [
    {
      kind: "enum",
      value: { BLUE: { Code: "ab" } },
      issue: issue("ByColour.BLUE", "invalid_value", oneOf("RED", "GREEN"), '"BLUE"'),
    },
  ],
  Choice: [
    {
      kind: "enum",
      value: { Colour: "BLUE" },
      issue: issue("Choice.Colour", "invalid_value", oneOf("RED", "GREEN"), '"BLUE"'),
    },
    { value: { Colour: "RED", Level: 1 }, issue: issue("Choice", "invalid_type") },
    { value: {}, issue: issue("Choice", "invalid_type") },
    {
      value: { Colours: "RED" },
      issue: { ...issue("Choice.Colours", "unknown_member"), expected: "Colour" },
    },
    { kind: "max", value: { Level: 6 }, issue: issue("Choice.Level", "too_big", range(1, 5), "6") },
  ],
  Inner: [
    { value: {}, issue: issue("Inner.Code", "missing", { name: "required" }) },
    {
      kind: "max",
      value: { Code: "ab", Inners: [{ Code: "abcd" }] },
      issue: issue("Inner.Inners[0].Code", "too_big", length(2, 3), '"abcd"'),
    },
    {
      value: { Code: "ab", inners: [] },
      issue: { ...issue("Inner.inners", "unknown_member"), expected: "Inners" },
    },
  ],
  Secret: [{ kind: "max", value: "hushed", issue: issue("Secret", "too_big", length(undefined, 4), SECRET) }],
  Secrets: [
    { value: { hushed: 5 }, issue: issue(`Secrets["${SECRET}"]`, "invalid_type", undefined, SECRET) },
  ],
  Vault: [
    {
      kind: "enum",
      value: { Door: "hushed" },
      issue: issue("Vault.Door", "invalid_value", oneOf("RED", "GREEN"), SECRET),
    },
    { value: { hushed: 1 }, issue: issue(`Vault["${SECRET}"]`, "unknown_member") },
    {
      kind: "pattern",
      value: { Inner: { Code: "HUS" } },
      issue: issue("Vault.Inner.Code", "pattern", pattern(CODE), SECRET),
    },
  ],
};

/** Whether a violation counts under the switches. */
export const counts = ({ kind }: Violation, switches: ValidationOptions): boolean =>
  kind === undefined || switches[kind] !== false;
