import type { MemberIr } from "../../ir/member-ir.js";
import { compilePattern } from "../../model/pattern.js";

/** Texts of the forms that patterns ask for most often. */
const COMMON_FORMS = [
  ...["example", "Example1", "0", "123456789012", "us-east-1", "example.com", "https://example.com"],
  ...["arn:aws:service:us-east-1:123456789012:resource/example", "/example", "text/plain"],
  ...["00000000-0000-4000-8000-000000000000", "2024-01-01T00:00:00Z", "s3://example/key"],
];

/**
 * Makes up a text for a string member out of its name, or, where the name does not do, one that fits its
 * constraints.
 */
export function madeText({ name, pattern, length }: MemberIr): string {
  const expression = pattern === undefined ? undefined : compilePattern(pattern);
  const min = length?.min ?? 0;
  const max = length?.max ?? Number.POSITIVE_INFINITY;
  const fitting = [kebab(name), ...COMMON_FORMS]
    .map((text) => text.padEnd(min, text === "0" ? "0" : "x").slice(0, max))
    .find((text) => text.length >= min && expression?.test(text) !== false);
  return fitting ?? kebab(name);
}

/** `BackendEnvironmentName` → `backend-environment-name`. */
const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3-$2$4")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase() || "example";
