import fc from "fast-check";
import type { Member, Shape, StructureShape } from "../../support/shapes.js";
import { textArbitrary } from "../../support/texts.js";

/** Of this many values one is not what the model says. */
const PROPER_VALUES = 5;

/** What JSON can write and JavaScript cannot: put in as it stands. */
const LITERALS = ["1e400", "-1e400", "0.1e-400", "-0", "1E5", "12345678901234567890", "1.0"];
const MARK = "literal ";

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });

const scalars = fc.oneof(
  textArbitrary,
  fc.constantFrom("COMPLETED", "NaN", "Infinity", "-Infinity", "5", "true"),
  fc.boolean(),
  doubles,
  fc.maxSafeInteger(),
  fc.constantFrom(...LITERALS).map((literal) => MARK + literal),
);

const anything = fc.oneof(
  scalars,
  fc.array(scalars, { maxLength: 3 }),
  fc.dictionary(fc.oneof(fc.string({ maxLength: 4 }), fc.constant("__proto__")), scalars, { maxKeys: 3 }),
);

const UNKNOWN_KEYS = [
  "unknown",
  "constructor",
  "toString",
  "hasOwnProperty",
  "__proto__",
  "$metadata",
  "then",
];

/**
 * The text of a body that answers an operation: members there or not, unknown ones among them, values that are mostly
 * what the model says. Left out is what both clients are known to read in two ways: nulls in lists, and lists and
 * `__type` where a structure is due.
 */
export const bodyOf = (shape: StructureShape): fc.Arbitrary<string> => structure(shape).map(toText);

/** Turns a body into JSON, literals as they stand. */
const toText = (body: unknown): string =>
  JSON.stringify(body).replace(new RegExp(`"${MARK}([^"]+)"`, "g"), "$1");

function structure({ members }: StructureShape): fc.Arbitrary<Record<string, unknown>> {
  const known = fc.record(Object.fromEntries(members.map((member) => [member.wireName, value(member)])), {
    requiredKeys: [],
  });
  const wireNames = new Set(members.map(({ wireName }) => wireName));
  const wrongCase = members.flatMap(({ name, wireName }) => [name, wireName.toUpperCase()]);
  const names = fc.constantFrom(...UNKNOWN_KEYS, ...wrongCase.filter((name) => !wireNames.has(name)));
  const unknown = fc.array(fc.tuple(names, fc.oneof(anything, fc.constant(null))), { maxLength: 2 });
  return fc
    .tuple(known, unknown)
    .map(([body, more]) => Object.fromEntries([...more, ...Object.entries(body)]));
}

function value({ shape }: Member): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: PROPER_VALUES, arbitrary: proper(shape) },
    { weight: 1, arbitrary: fc.oneof(fc.constant(null), odd(shape)) },
  );
}

function proper(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "structure":
      return structure(shape);
    case "list":
      return fc.array(item(shape.item), { maxLength: 3 });
    case "string":
      return shape.values === undefined ? textArbitrary : fc.constantFrom(...shape.values);
    case "number":
      return shape.integer
        ? fc.integer()
        : fc.oneof(doubles, fc.constantFrom("NaN", "Infinity", "-Infinity"));
    case "boolean":
      return fc.boolean();
  }
}

const item = (shape: Shape): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: PROPER_VALUES, arbitrary: proper(shape) }, { weight: 1, arbitrary: odd(shape) });

/** What the model does not say. */
const odd = (shape: Shape): fc.Arbitrary<unknown> => (shape.kind === "structure" ? scalars : anything);
