import {
  bigIntegerCodec,
  blobCodec,
  documentCodec,
  type MemberDescriptor,
  timestampCodec,
} from "@tinsmith/runtime";
import fc from "fast-check";
import type { Values } from "../../support/arbitraries.js";
import { textArbitrary } from "../../support/texts.js";

/** One shape in the terms of both clients, and what it holds. */
export interface Twin {
  /** A schema as the official client's generated code has it: nested tuples, of no type that would help here. */
  readonly official: unknown;
  readonly ours: MemberDescriptor;
  readonly value: fc.Arbitrary<unknown>;
}

const NAMESPACE = "example.twins";

// How the official client's schemas say what a value is.
// @see https://github.com/smithy-lang/smithy-typescript/blob/main/packages/types/src/schema/static-schemas.ts
const [STRING, NUMERIC, BOOLEAN, TIMESTAMP, DATE_TIME, HTTP_DATE, EPOCH] = [0, 1, 2, 4, 5, 6, 7] as const;
const [DOCUMENT, BIG_INTEGER, BLOB] = [15, 17, 21] as const;
const [LIST, MAP, STRUCTURE, UNION] = [1, 2, 3, 4] as const;

const instant = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });

/** Text, of those characters that a place can hold. */
export const textOf = (value: fc.Arbitrary<string>): Twin => ({
  official: STRING,
  ours: { target: "string" },
  value,
});

const DATE = { target: "timestamp", codec: timestampCodec } as const;

/** What, beside text, a label can hold, or a query parameter, a header, or a body. */
export const plainTwins: readonly Twin[] = [
  { official: NUMERIC, ours: { target: "integer" }, value: fc.integer() },
  { official: NUMERIC, ours: { target: "double" }, value: fc.double() },
  { official: BOOLEAN, ours: { target: "boolean" }, value: fc.boolean() },
  { official: BIG_INTEGER, ours: { target: "bigInteger", codec: bigIntegerCodec }, value: fc.bigInt() },
  { official: TIMESTAMP, ours: DATE, value: instant },
  { official: DATE_TIME, ours: { ...DATE, timestampFormat: "date-time" }, value: instant },
  { official: HTTP_DATE, ours: { ...DATE, timestampFormat: "http-date" }, value: instant },
  { official: EPOCH, ours: { ...DATE, timestampFormat: "epoch-seconds" }, value: instant },
];

export const blobTwin: Twin = {
  official: BLOB,
  ours: { target: "blob", codec: blobCodec },
  value: fc.uint8Array({ maxLength: 8 }),
};

export const documentTwin: Twin = {
  official: DOCUMENT,
  ours: { target: "document", codec: documentCodec },
  value: fc.jsonValue({ depthSize: "small" }),
};

/** Whatever a body can hold that is not made of other things. */
export const simpleTwins: readonly Twin[] = [...plainTwins, textOf(textArbitrary), blobTwin, documentTwin];

const items = (item: Twin): fc.Arbitrary<unknown> => fc.option(item.value, { freq: 9 });

export const listOf = (item: Twin, sparse: boolean): Twin => ({
  official: [LIST, NAMESPACE, "List", sparse ? { sparse: 1 } : 0, item.official],
  ours: { target: { kind: "list", member: item.ours, ...(sparse ? { sparse } : {}) } },
  value: fc.array(items(item), { maxLength: 4 }),
});

export const mapOf = (item: Twin, sparse: boolean): Twin => ({
  official: [MAP, NAMESPACE, "Map", sparse ? { sparse: 1 } : 0, STRING, item.official],
  ours: {
    target: { kind: "map", key: { target: "string" }, value: item.ours, ...(sparse ? { sparse } : {}) },
  },
  value: fc.dictionary(fc.string(), items(item), { maxKeys: 4 }),
});

/** A structure of named members. */
export const structureOf = (
  members: Readonly<Record<string, Twin>>,
  requiredKeys: string[] = [],
): Twin & { readonly value: fc.Arbitrary<Values> } => ({
  official: officialMembers(STRUCTURE, members),
  ours: { target: { kind: "structure", name: "Structure", members: ourMembers(members) } },
  value: fc.record(valuesOf(members), { requiredKeys }),
});

export const unionOf = (members: Readonly<Record<string, Twin>>): Twin => ({
  official: officialMembers(UNION, members),
  ours: { target: { kind: "union", name: "Union", members: ourMembers(members) } },
  value: fc.oneof(...Object.entries(members).map(([name, { value }]) => fc.record({ [name]: value }))),
});

const officialMembers = (kind: number, members: Readonly<Record<string, Twin>>): unknown => [
  kind,
  NAMESPACE,
  "Structure",
  0,
  Object.keys(members),
  Object.values(members).map(({ official }) => official),
];

const ourMembers = (members: Readonly<Record<string, Twin>>): Record<string, MemberDescriptor> =>
  Object.fromEntries(Object.entries(members).map(([name, { ours }]) => [name, ours]));

const valuesOf = (members: Readonly<Record<string, Twin>>): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(Object.entries(members).map(([name, { value }]) => [name, value]));

/** The same twin with traits of a member. */
export const withTraits = (twin: Twin, official: object, ours: Partial<MemberDescriptor>): Twin => ({
  ...twin,
  official: [twin.official, official],
  ours: { ...twin.ours, ...ours },
});
