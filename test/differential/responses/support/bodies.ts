import type { MemberDescriptor, ShapeDescriptor, StructureDescriptor } from "@tinsmith/runtime";
import * as fc from "fast-check";
import { targetOf } from "../../../../runtime/src/protocol/shape-access.js";

/** Of this many values one is not what the model says. */
const PROPER_VALUES = 5;

/** Numbers that JSON can write and JavaScript cannot: they are put in as they stand. */
const LITERALS = ["1e400", "-1e400", "0.1e-400", "-0", "1E5", "12345678901234567890", "1.0"];
const MARK = "literal ";

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("", "COMPLETED", "null", "NaN", "Infinity", "-Infinity", "5", "true", "__proto__"),
);

const scalars = fc.oneof(
  texts,
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
  fc.constantFrom(...LITERALS).map((literal) => MARK + literal),
);

const anything = fc.oneof(
  scalars,
  fc.constant(null),
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
export const bodyOf = (shape: StructureDescriptor): fc.Arbitrary<string> => structure(shape).map(toText);

/** A body in which every member of every structure is there, with a value as the model says. */
export const fullBodyOf = (shape: StructureDescriptor): Record<string, unknown> =>
  Object.fromEntries(bodyMembers(shape).map(([name, member]) => [wireName(name, member), sample(member)]));

/** Turns a body into JSON, literals as they stand. */
export const toText = (body: unknown): string =>
  JSON.stringify(body).replace(new RegExp(`"${MARK}([^"]+)"`, "g"), "$1");

/** The members that travel in the body. */
export const bodyMembers = ({
  members,
}: StructureDescriptor): readonly (readonly [string, MemberDescriptor])[] =>
  Object.entries(members).filter(([, { location }]) => location === undefined);

/** A member's name on the wire. */
export const wireName = (name: string, { jsonName }: MemberDescriptor): string => jsonName ?? name;

function structure(shape: StructureDescriptor): fc.Arbitrary<Record<string, unknown>> {
  const members = bodyMembers(shape);
  const known = fc.record(
    Object.fromEntries(members.map(([name, member]) => [wireName(name, member), value(member)])),
    { requiredKeys: [] },
  );
  const wrongCase = members.flatMap(([name, member]) => [name, wireName(name, member).toUpperCase()]);
  const names = fc.constantFrom(...UNKNOWN_KEYS, ...wrongCase.filter((name) => !isKnown(members, name)));
  const unknown = fc.array(fc.tuple(names, anything), { maxLength: 2 });
  return fc
    .tuple(known, unknown)
    .map(([body, more]) => Object.fromEntries([...more, ...Object.entries(body)]));
}

const isKnown = (members: ReturnType<typeof bodyMembers>, key: string): boolean =>
  members.some(([name, member]) => wireName(name, member) === key);

function value(member: MemberDescriptor): fc.Arbitrary<unknown> {
  const target = targetOf(member);
  return fc.oneof(
    { weight: PROPER_VALUES, arbitrary: proper(target) },
    { weight: 1, arbitrary: fc.oneof(fc.constant(null), odd(target)) },
  );
}

function proper(target: ShapeDescriptor): fc.Arbitrary<unknown> {
  if (typeof target === "string") return simple(target);
  switch (target.kind) {
    case "structure":
      return structure(target);
    case "list":
      return fc.array(item(target.member), { maxLength: 3 });
    case "enum":
      return fc.constantFrom(...Object.values(target.values));
    default:
      throw new Error(`No member of this service is a ${target.kind}.`);
  }
}

function item(member: MemberDescriptor): fc.Arbitrary<unknown> {
  const target = targetOf(member);
  return fc.oneof(
    { weight: PROPER_VALUES, arbitrary: proper(target) },
    { weight: 1, arbitrary: odd(target) },
  );
}

/** What the model does not say. */
function odd(target: ShapeDescriptor): fc.Arbitrary<unknown> {
  const isStructure = typeof target === "object" && target.kind === "structure";
  return isStructure ? scalars : anything.filter((each) => each !== null);
}

function simple(target: string): fc.Arbitrary<unknown> {
  switch (target) {
    case "string":
      return texts;
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer();
    case "double":
      return fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom("NaN", "Infinity"),
      );
    default:
      throw new Error(`No member of this service is a ${target}.`);
  }
}

function sample(member: MemberDescriptor): unknown {
  const target = targetOf(member);
  if (typeof target === "string") return target === "string" ? "some" : target === "boolean" ? true : 8;
  if (target.kind === "structure") return fullBodyOf(target);
  if (target.kind === "list") return [sample(target.member), sample(target.member)];
  return target.kind === "enum" ? Object.values(target.values)[0] : null;
}
