import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, jest, test } from "@jest/globals";
import type {
  MemberDescriptor,
  OperationDescriptor,
  ShapeDescriptor,
  StructureDescriptor,
} from "@tinsmith/runtime";
import { findIssues } from "@tinsmith/runtime/host";
import fc from "fast-check";
import { appendKey } from "../../runtime/src/validation/format-path.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../differential/support/runs.js";
import { generateInline } from "../generator/inline-package.js";
import { MeasureOperation } from "../goldens/constraints/generated/src/commands/MeasureCommand.js";
import { MeasureInputSchema } from "../goldens/constraints/generated/src/schemas/Measure.js";
import { anyValue } from "./any-value.js";
import { RIGHT } from "./violations.js";

jest.setTimeout(PROPERTY_TIMEOUT);

/** A schema of `./zod`, as far as it is called here. */
interface Schema {
  safeParse(value: unknown): { readonly error?: { readonly issues: readonly ZodIssue[] } };
}

interface ZodIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

type Exports = Readonly<Record<string, unknown>>;

const GOLDENS = "test/goldens";
const endings = { taken: 0, refused: 0 };

/** The same shape without secrets, whose keys would not be shown. */
function revealed(shape: ShapeDescriptor): ShapeDescriptor {
  if (typeof shape === "string") return shape;
  switch (shape.kind) {
    case "list":
      return { ...shape, member: revealedMember(shape.member) };
    case "map":
      return { ...shape, key: revealedMember(shape.key), value: revealedMember(shape.value) };
    case "structure":
    case "union": {
      const { sensitive: _, ...rest } = shape;
      const members = Object.entries(shape.members).map(([name, member]) => [name, revealedMember(member)]);
      return { ...rest, members: Object.fromEntries(members) };
    }
    default:
      return shape;
  }
}

function revealedMember({ sensitive: _, target, ...rest }: MemberDescriptor): MemberDescriptor {
  return { ...rest, target: () => revealed(typeof target === "function" ? target() : target) };
}

/** Where zod finds something wrong, written as the client writes it. */
const pathsOf = ({ path, keys = [] }: ZodIssue): readonly string[] =>
  keys.length === 0 ? [formatPath(path)] : keys.map((key) => formatPath([...path, key]));

const formatPath = (path: readonly PropertyKey[]): string => path.reduce<string>(appendKey, "");

const isBelow = (path: string, holder: string): boolean =>
  path === holder || path.startsWith(`${holder}.`) || path.startsWith(`${holder}[`);

/**
 * Holds both to one verdict on a value, and to the same places. Of unions zod says that they are wrong, or names a member
 * that may be right; and it does not count entries of a map whose keys it refuses.
 */
function compare(shape: StructureDescriptor, schema: Schema, value: unknown): void {
  const found = findIssues(shape, value);
  const issues = schema.safeParse(value).error?.issues ?? [];
  endings[issues.length === 0 ? "taken" : "refused"]++;
  const unions = [
    ...found.filter(({ expected }) => expected?.includes("exactly one of")).map(({ path }) => path),
    ...issues.filter(({ code }) => code === "invalid_union").flatMap(pathsOf),
  ].sort();
  const miscounted = issues.flatMap(({ code, path }) => {
    if (code === "invalid_key") return [formatPath(path.slice(0, -1))];
    return code === "unrecognized_keys" ? [formatPath(path)] : [];
  });
  const placesOf = (paths: readonly string[]) => {
    const places = paths.map((path) => unions.find((union) => isBelow(path, union)) ?? path);
    return new Set(places.filter((place) => unions.includes(place) || !miscounted.includes(place)));
  };
  expect([value, placesOf(found.map(({ path }) => path))]).toEqual([
    value,
    placesOf(issues.flatMap(pathsOf)),
  ]);
  expect(found.length > 0).toBe(issues.length > 0);
}

/** Compares the inputs and outputs of operations. @param leftOut - how many are called otherwise in code, and are not compared */
function compareAll(
  operations: readonly OperationDescriptor[],
  schemas: Exports,
  runs: number,
  leftOut = 0,
): void {
  const shapes = operations.flatMap(({ input, output }) => [input, output]);
  const named = shapes.filter(({ name }) => Object.hasOwn(schemas, `${name}Schema`));
  expect(shapes.length - named.length).toBe(leftOut);
  for (const shape of named.map(revealed) as StructureDescriptor[]) {
    const schema = schemas[`${shape.name}Schema`] as Schema;
    const holds = (value: unknown) => compare(shape, schema, value);
    fc.assert(fc.property(anyValue({ target: shape }), holds), propertySettings(runs));
  }
}

describe("the client and the schemas of ./zod refuse the same values, in the same places", () => {
  test("of AmplifyBackend", async () => {
    const { AmplifyBackendOperations } = await import("@tinsmith/amplifybackend/operations");
    compareAll(AmplifyBackendOperations, await import("@tinsmith/amplifybackend/zod"), 60);
    expect(Math.min(endings.taken, endings.refused)).toBeGreaterThan(1_000);
  });

  test.each(readdirSync(GOLDENS))("of the golden model %s", async (name) => {
    const generated = generateInline(readFileSync(`${GOLDENS}/${name}/model.yaml`, "utf8"));
    try {
      const [operations] = Object.values(await generated.load<Exports>("operations"));
      const leftOut = name === "hostile" ? 7 : 0;
      compareAll(operations as OperationDescriptor[], await generated.load("zod"), 200, leftOut);
    } finally {
      generated.destroy();
    }
  });
});

/** The client reads a copy of an input, which has nothing but members that can be sent; zod looks at the input itself. */
test.each<[string, object, "client" | "zod"]>([
  ["a Map, which has no members, in the place of a structure", { Vault: new Map() }, "zod"],
  [
    "an instance of a class in the place of a map",
    { Sizes: Object.assign(new (class Sizes {})(), { ab: 1 }) },
    "client",
  ],
  ["a symbol as a key of a map", { Sizes: { ab: 1, [Symbol("mark")]: 1 } }, "client"],
  ["a wrong value under `__proto__` in a map", { Sizes: JSON.parse('{"ab":1,"__proto__":"x"}') }, "zod"],
  ["a second member of a union that is undefined", { Choice: { Level: 5, Colour: undefined } }, "client"],
])("%s: only one of both takes it", (_title, members, taker) => {
  const input = { ...RIGHT, ...members };
  expect(findIssues(MeasureOperation().input, input).length === 0).toBe(taker === "client");
  expect(MeasureInputSchema.safeParse(input).success).toBe(taker === "zod");
});
