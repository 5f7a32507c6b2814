import { z } from "zod";
import { keysKnownTo } from "../../diagnostics/schema-keys.js";
import type { ValuePath } from "../../model/located-traits.js";
import { tinsmithMetadata } from "./metadata-schema.js";

/** Values that the file's `smithy` key may have. */
const SMITHY_VERSIONS = ["2.0", "2", "1.0", "1"] as const;

/** Types of shapes that carry no members. */
const SIMPLE_TYPES = [
  "bigDecimal",
  "bigInteger",
  "blob",
  "boolean",
  "byte",
  "document",
  "double",
  "float",
  "integer",
  "long",
  "short",
  "string",
  "timestamp",
] as const;

const traits = z.record(z.string(), z.unknown());

/** `{ target: … }`, or in YAML the plain name. */
const expandName = (value: unknown): unknown => (typeof value === "string" ? { target: value } : value);

/** An enum's member in YAML: without target, or with nothing at all behind its name. */
const expandEnumMember = (value: unknown): unknown =>
  typeof value === "object" && !Array.isArray(value) ? { target: "smithy.api#Unit", ...value } : value;

const unchanged = (value: unknown): unknown => value;

/** The structure of a model file; with the short forms of the YAML way of writing, or without. */
const createAstSchema = (short: boolean) => {
  const reference = z.preprocess(short ? expandName : unchanged, z.strictObject({ target: z.string() }));
  const references = z.array(reference).optional();
  const plainMember = z.strictObject({ target: z.string(), traits: traits.optional() });
  const member = z.preprocess(short ? expandName : unchanged, plainMember);
  const members = z.record(z.string(), member).default({});
  const enumMembers = z.record(z.string(), z.preprocess(short ? expandEnumMember : unchanged, plainMember));
  const named = z.record(z.string(), reference).optional();
  const common = { traits: traits.optional(), mixins: references };
  const shape = z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal(SIMPLE_TYPES), ...common }),
    z.strictObject({ type: z.literal(["structure", "union"]), members, ...common }),
    z.strictObject({ type: z.literal(["enum", "intEnum"]), members: enumMembers, ...common }),
    z.strictObject({ type: z.literal(["list", "set"]), member, ...common }),
    z.strictObject({ type: z.literal("map"), key: member, value: member, ...common }),
    z.strictObject({
      type: z.literal("service"),
      version: z.string().default(""),
      operations: references,
      resources: references,
      errors: references,
      rename: z.record(z.string(), z.string()).optional(),
      ...common,
    }),
    z.strictObject({
      type: z.literal("resource"),
      identifiers: named,
      properties: named,
      create: reference.optional(),
      put: reference.optional(),
      read: reference.optional(),
      update: reference.optional(),
      delete: reference.optional(),
      list: reference.optional(),
      operations: references,
      collectionOperations: references,
      resources: references,
      ...common,
    }),
    z.strictObject({
      type: z.literal("operation"),
      input: reference.optional(),
      output: reference.optional(),
      errors: references,
      ...common,
    }),
    z.strictObject({ type: z.literal("apply"), traits }),
  ]);
  const file = z.strictObject({
    smithy: z.literal(SMITHY_VERSIONS),
    metadata: z.looseObject({ tinsmith: tinsmithMetadata.optional() }).default({}),
    shapes: z.record(z.string(), shape).default({}),
  });
  return { file, shape };
};

const json = createAstSchema(false);
const yaml = createAstSchema(true);

/**
 * The structure of a file in either way of writing: the JSON AST as AWS publishes it, or the same
 * semantics in YAML with a namespace for the file and names in the place of references.
 * @see https://smithy.io/2.0/spec/json-ast.html
 */
export const AST_SCHEMAS = {
  json: json.file,
  yaml: yaml.file.extend({ namespace: z.string().optional() }),
} as const;

/** The keys that an object within the metadata may have; none where any may. */
export const metadataKeys = (path: ValuePath): readonly string[] =>
  path[1] === "tinsmith" ? keysKnownTo(tinsmithMetadata, path.slice(2)) : [];

/** The keys that a shape of each type may have. */
export const SHAPE_KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  yaml.shape.options.flatMap((option) =>
    [...option.shape.type.values].map((type) => [type, Object.keys(option.shape)] as const),
  ),
);

/** The keys that a file may have. */
export const FILE_KEYS: readonly string[] = Object.keys(AST_SCHEMAS.yaml.shape);

/** The keys that a member may have. */
export const MEMBER_KEYS: readonly string[] = ["target", "traits"];

/** A shape as a file gives it, its short forms expanded, its names not yet resolved. */
export type AstShape = z.output<typeof json.shape>;

/** A shape, and not traits to be added to one that stands elsewhere. */
export type AstDefinition = Exclude<AstShape, { readonly type: "apply" }>;

/** A member as a file gives it. */
export interface AstMember {
  readonly target: string;
  readonly traits?: Readonly<Record<string, unknown>> | undefined;
}

/** A reference as a file gives it. */
export interface AstReference {
  readonly target: string;
}
