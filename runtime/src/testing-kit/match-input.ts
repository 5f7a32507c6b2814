import { isRecord } from "../protocol/shape-access.js";

/** What `expect.any(String)` and its like have, in Jest, Vitest and Jasmine. */
interface AsymmetricMatcher {
  asymmetricMatch(actual: unknown): boolean;
}

/** What inputs are held against: any part of an input, with matchers such as `expect.any(String)` in places of values. */
export type InputPattern<Input> = Input extends string | number | bigint | boolean | Date | Uint8Array
  ? Input | AsymmetricMatcher
  : Input extends readonly unknown[]
    ? { readonly [Index in keyof Input]: InputPattern<Input[Index]> } | AsymmetricMatcher
    : Input extends object
      ? { readonly [Member in keyof Input]?: InputPattern<Input[Member]> } | AsymmetricMatcher
      : Input | AsymmetricMatcher;

/**
 * Whether an input has all that a pattern has, at any depth; lists have to be of one length. A member that is
 * `undefined` in the pattern must not be there.
 *
 * @param strict - whether the input may have nothing else
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
