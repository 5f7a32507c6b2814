import { isRecord } from "../protocol/shape-access.js";

/** The method of matchers such as `expect.any(String)` in Jest, Vitest and Jasmine. */
interface AsymmetricMatcher {
  asymmetricMatch(actual: unknown): boolean;
}

/** A pattern for inputs: any part of an input, whose values may be matchers such as `expect.any(String)`. */
export type InputPattern<Input> = Input extends string | number | bigint | boolean | Date | Uint8Array
  ? Input | AsymmetricMatcher
  : Input extends readonly unknown[]
    ? { readonly [Index in keyof Input]: InputPattern<Input[Index]> } | AsymmetricMatcher
    : Input extends object
      ? { readonly [Member in keyof Input]?: InputPattern<Input[Member]> } | AsymmetricMatcher
      : Input | AsymmetricMatcher;

/**
 * Whether an input contains a pattern, at any depth; lists must have the same length. A member that is `undefined` in the
 * pattern must be absent.
 *
 * @param strict - whether the whole input has to match
 */
export function matchInput(pattern: unknown, actual: unknown, strict: boolean): boolean {
  if (isMatcher(pattern)) return pattern.asymmetricMatch(actual);
  if (pattern instanceof Date) return actual instanceof Date && pattern.getTime() === actual.getTime();
  if (pattern instanceof Uint8Array) return actual instanceof Uint8Array && areSameBytes(pattern, actual);
  if (Array.isArray(pattern)) {
    if (!Array.isArray(actual) || actual.length !== pattern.length) return false;
    return pattern.every((item, index) => matchInput(item, actual[index], strict));
  }
  if (!isRecord(pattern)) return Object.is(pattern, actual);
  if (!isRecord(actual)) return false;
  const names = strict ? Object.keys({ ...pattern, ...actual }) : Object.keys(pattern);
  return names.every((name) => matchInput(memberOf(pattern, name), memberOf(actual, name), strict));
}

const isMatcher = (value: unknown): value is AsymmetricMatcher =>
  isRecord(value) && typeof value["asymmetricMatch"] === "function";

const areSameBytes = (first: Uint8Array, second: Uint8Array): boolean =>
  first.length === second.length && first.every((byte, index) => byte === second[index]);

const memberOf = (values: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined;
