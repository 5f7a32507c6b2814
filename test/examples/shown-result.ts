import { expect } from "@jest/globals";

/** JSON in a string, as it is or as a module of JavaScript: of it, an example shows the part that matters. */
const EMBEDDED_JSON = /^(?:export const \w+ = )?(\{[\s\S]*\});?$/;

/**
 * Compares a result with what an example shows of it: the same members with the same values; of JSON in strings,
 * at least what is shown.
 */
export const expectShown = (
  result: Readonly<Record<string, unknown>> | undefined,
  shown: Readonly<Record<string, unknown>>,
): void => {
  const { $metadata, ...members } = result ?? {};
  expect($metadata).toMatchObject({ httpStatusCode: 200 });
  expect(parseEmbedded(members)).toEqual(expectEmbedded(parseEmbedded(shown)));
};

/** JSON that was in a string. */
class Embedded {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

const parseEmbedded = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  mapValues(members, (value) => {
    const json = typeof value === "string" ? EMBEDDED_JSON.exec(value)?.[1] : undefined;
    return json === undefined ? value : new Embedded(JSON.parse(json));
  });

const expectEmbedded = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  mapValues(members, (value) =>
    value instanceof Embedded ? expect.objectContaining({ value: subsetOf(value.value) }) : value,
  );

/** `expect.objectContaining`, at every depth. */
const subsetOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? expect.objectContaining(mapValues({ ...value }, subsetOf))
    : value;

const mapValues = (
  members: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value)]));
