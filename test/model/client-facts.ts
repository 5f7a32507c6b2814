import * as client from "@aws-sdk/client-amplifybackend";
import { NormalizedSchema } from "@smithy/core/schema";
import type {
  StaticErrorSchema,
  StaticOperationSchema,
  StaticSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { Fact, Facts } from "./facts.js";

// What stands first in a schema of the official client, by kind.
// @see https://github.com/smithy-lang/smithy-typescript/blob/main/packages/types/src/schema/static-schemas.ts
const STRUCTURE = 3;
const ERROR = -3;
const OPERATION = 9;

/** The wire facts that the official client's schemas carry, under the same names as a model's. */
export const clientFacts = (): Facts => new Map(schemas().flatMap(schemaFacts));

/** Names of the members that the official client writes into a body, in its order, by structure. */
export const clientBodyMembers = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    schemas()
      .filter((schema) => schema[0] === STRUCTURE)
      .map((schema) => NormalizedSchema.of(schema))
      .map((structure) => [
        nameOf(structure),
        [...structure.structIterator()]
          .filter(([, member]) => !member.getMergedTraits().httpLabel)
          .map(([name]) => name),
      ]),
  );

const schemas = (): readonly StaticSchema[] => {
  const exported: readonly unknown[] = Object.values(client);
  return exported.filter(isSchema);
};

/**
 * Of a model's facts those that the client's schemas carry, in their terms: they know neither enums, constraints and kinds
 * of number nor which operation throws what.
 */
export const inTermsOfClient = (facts: Facts): Facts =>
  new Map(
    [...facts].filter(([key]) => isKnownToClient(key)).map(([key, value]): Fact => [key, clientTerm(value)]),
  );

/** Whether the client's schemas can carry such a fact. */
export const isKnownToClient = (key: string): boolean => !/^service | throws | must have /u.test(key);

const clientTerm = (value: string): string =>
  value.replace(/\benum .*$/u, "string").replace(/\b(?:double|integer)$/u, "number");

const isSchema = (value: unknown): value is StaticSchema =>
  Array.isArray(value) && [STRUCTURE, ERROR, OPERATION].includes(value[0]) && value[2] !== SERVICE_EXCEPTION;

/** The client's base class of errors, which is no shape of the service. */
const SERVICE_EXCEPTION = "AmplifyBackendServiceException";

const schemaFacts = (schema: StaticSchema): readonly Fact[] => {
  if (schema[0] === OPERATION) return operationFacts(schema as StaticOperationSchema);
  return structureFacts(schema as StaticStructureSchema | StaticErrorSchema);
};

const operationFacts = ([, , name, traits, input, output]: StaticOperationSchema): readonly Fact[] => {
  const { http } = traits as { http?: readonly [method: string, uri: string, code: number] };
  return [
    ...["method", "uri", "code"].map(
      (key, index): Fact => [`operation ${name} ${key}`, String(http?.[index])],
    ),
    [`operation ${name} input`, nameOf(NormalizedSchema.of(input))],
    [`operation ${name} output`, nameOf(NormalizedSchema.of(output))],
  ];
};

const structureFacts = (schema: StaticStructureSchema | StaticErrorSchema): readonly Fact[] => {
  const normalized = NormalizedSchema.of(schema);
  const name = nameOf(normalized);
  const { sensitive, error, httpError } = normalized.getOwnTraits();
  const facts: Fact[] = [[`structure ${name}`, "exists"]];
  if (sensitive) facts.push([`${name} is sensitive`, "yes"]);
  if (error) facts.push([`${name} is an error`, `${httpError} ${error}`]);
  // The required members come first; how many they are comes last.
  const required = schema[4].slice(0, schema[6] ?? 0);
  const members = [...normalized.structIterator()].flatMap(([member, target]) =>
    memberFacts(`${name}.${member}`, target, required.includes(member)),
  );
  return [...facts, ...members];
};

const memberFacts = (subject: string, member: NormalizedSchema, required: boolean): readonly Fact[] => {
  const { httpLabel, jsonName } = member.getMergedTraits();
  const sensitive = !member.isStructSchema() && member.getMergedTraits().sensitive;
  return [
    [`${subject} type`, typeText(member)],
    [
      `${subject} travels`,
      httpLabel ? "in the path" : `in the body as ${jsonName ?? member.getMemberName()}`,
    ],
    ...(required ? [[`${subject} is required`, "yes"] as const] : []),
    ...(sensitive ? [[`${subject} is sensitive`, "yes"] as const] : []),
  ];
};

const typeText = (schema: NormalizedSchema): string => {
  if (schema.isListSchema()) return `list of ${typeText(schema.getValueSchema())}`;
  if (schema.isStructSchema()) return `structure ${nameOf(schema)}`;
  if (schema.isStringSchema()) return "string";
  if (schema.isBooleanSchema()) return "boolean";
  return schema.isNumericSchema() ? "number" : JSON.stringify(schema.getSchema());
};

/** A schema's own name: a member's schema answers with that of its target. */
const nameOf = (schema: NormalizedSchema): string => String(schema.getName());
