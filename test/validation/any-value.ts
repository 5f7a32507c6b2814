import type {
  MemberDescriptor,
  ShapeDescriptor,
  SimpleShape,
  StructureDescriptor,
  UnionDescriptor,
} from "@tinsmith/runtime";
import fc from "fast-check";

/** Values that are right nowhere, or in few places. */
const STRAY = [null, "", "5", -1, 1.5, 2 ** 31, 2 ** 53, Number.NaN, Infinity, 7n, true, [], [null], {}];

const SIMPLE: Readonly<Partial<Record<SimpleShape, readonly unknown[]>>> = {
  bigInteger: [-1n, 0n, 9n, 10n, 2n ** 70n],
  blob: [0, 1, 3, 1024, 1025].map((length) => new Uint8Array(length)),
  boolean: [true, false],
  document: [null, "a", [1, { a: [true] }], Number.NaN, { a: undefined }, [1, [new Date(0)]], { a: () => 1 }],
  string: ["", "a", "ab", "abc", "abcd", "a-1", "A/b", "-", "€𝒳z", "𝒳𝒳", "hush", "hushed", "a".repeat(64)],
  timestamp: [new Date(0), new Date(Number.NaN)],
};

/** Ends of types and of ranges, and what is beyond them. */
const numbersFor = ({ range: { min = 0, max = 0 } = {} }: MemberDescriptor): readonly number[] =>
  [min, max, -(2 ** 7), 2 ** 7, -(2 ** 15), 2 ** 15, -(2 ** 31), 2 ** 31, -(2 ** 53), 2 ** 53].flatMap(
    (end) => [end - 1, end, end + 1],
  );

/** Deeper than that, what holds others is empty: shapes may hold themselves. */
const DEEPEST = 4;

/** Values of a member that are mostly right, and wrong in any place and way. */
export function anyValue(member: MemberDescriptor, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 20, arbitrary: fittingValue(member, depth) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...STRAY) },
  );
}

function fittingValue(member: MemberDescriptor, depth: number): fc.Arbitrary<unknown> {
  const shape: ShapeDescriptor = typeof member.target === "function" ? member.target() : member.target;
  if (typeof shape === "string") return fc.constantFrom(...(SIMPLE[shape] ?? numbersFor(member)));
  if (shape.kind === "enum" || shape.kind === "intEnum") {
    return fc.constantFrom<unknown>(...Object.values(shape.values), "OTHER", 99);
  }
  if (depth > DEEPEST) return fc.constant(shape.kind === "list" ? [] : {});
  switch (shape.kind) {
    case "list":
      return fc.array(itemOf(shape.member, depth), { maxLength: 4 });
    case "map": {
      const entry = fc.tuple(fittingValue(shape.key, depth).map(String), itemOf(shape.value, depth));
      return fc.array(entry, { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
    }
    case "structure":
      return structureOf(shape, depth);
    case "union":
      return variantOf(shape, depth);
  }
}

const itemOf = (member: MemberDescriptor, depth: number): fc.Arbitrary<unknown> =>
  fc.option(anyValue(member, depth + 1), { freq: 20 });

function structureOf({ members }: StructureDescriptor, depth: number): fc.Arbitrary<object> {
  const values = Object.entries(members).map(([name, member]) =>
    fc
      .option(anyValue(member, depth + 1), { nil: undefined, freq: member.required ? 30 : 2 })
      .map((value) => [name, value] as const),
  );
  const stray = fc.constantFrom(...Array.from({ length: 20 }, () => ({})), { Unknown: 1 });
  return fc
    .tuple(stray, ...values)
    .map(([first, ...entries]) => ({ ...first, ...Object.fromEntries(entries) }));
}

function variantOf({ members }: UnionDescriptor, depth: number): fc.Arbitrary<object> {
  const variant = fc.oneof(
    ...Object.entries(members).map(([name, member]) =>
      anyValue(member, depth + 1).map((value) => ({ [name]: value })),
    ),
  );
  return fc.oneof(
    { weight: 10, arbitrary: variant },
    { weight: 1, arbitrary: fc.tuple(variant, variant).map(([one, other]) => ({ ...one, ...other })) },
    { weight: 1, arbitrary: fc.constantFrom({ Unknown: 1 }, { $unknown: ["Unknown", 1] }) },
  );
}
