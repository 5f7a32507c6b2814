import * as official from "@aws-sdk/client-amplifybackend";
import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import type { MemberDescriptor, StructureDescriptor } from "@tinsmith/runtime";
import type { Member, NumberShape, Shape, StringShape, StructureShape } from "./shapes.js";

/** An operation, as the official client's own schemas describe it. */
export interface OfficialOperation {
  readonly name: string;
  readonly method: string;
  /** With labels in braces. */
  readonly uri: string;
  readonly input: StructureShape;
  readonly output: StructureShape;
}

/** What stands first in the schema of an operation. */
const OPERATION = 9;

/**
 * All operations, from the schemas of the official client: what our model forgets or misplaces is tried nevertheless. Those
 * schemas know neither enums nor kinds and ranges of number; there, our descriptors add what they say, and a
 * disagreement of the two is an error. `test/model` compares both with AWS's own model.
 */
export const officialOperations: readonly OfficialOperation[] = Object.values<unknown>(official)
  .filter((schema): schema is StaticOperationSchema => Array.isArray(schema) && schema[0] === OPERATION)
  .map(describeOperation);

/** An operation by its name. @throws Error where there is none */
export const officialOperation = (name: string): OfficialOperation => {
  const found = officialOperations.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`The official client has no operation ${name}.`);
  return found;
};

function describeOperation([, , name, traits, input, output]: StaticOperationSchema): OfficialOperation {
  const ours = AmplifyBackendOperations.find((operation) => operation.name === name);
  if (ours === undefined) throw new Error(`Our client has no operation ${name}.`);
  const { http } = traits as unknown as { http: readonly [method: string, uri: string] };
  return {
    name,
    method: http[0],
    uri: http[1],
    input: structureOf(NormalizedSchema.of(input), ours.input),
    output: structureOf(NormalizedSchema.of(output), ours.output),
  };
}

function structureOf(schema: NormalizedSchema, ours: StructureDescriptor): StructureShape {
  // The required members come first; how many they are comes last.
  const requiredCount = (schema.getSchema() as StaticStructureSchema)[6] ?? 0;
  const members = [...schema.structIterator()].map(
    ([name, member], index): Member => ({
      name,
      required: index < requiredCount,
      label: member.getMergedTraits().httpLabel === 1,
      wireName: member.getMergedTraits().jsonName ?? name,
      shape: shapeOf(member, ours.members[name], `${ours.name}.${name}`),
    }),
  );
  return { kind: "structure", name: String(schema.getName()), members };
}

function shapeOf(schema: NormalizedSchema, ours: MemberDescriptor | undefined, path: string): Shape {
  const target = typeof ours?.target === "function" ? ours.target() : ours?.target;
  const kind = typeof target === "object" ? target.kind : target;
  if (schema.isStructSchema() && typeof target === "object" && target.kind === "structure") {
    return structureOf(schema, target);
  }
  if (schema.isListSchema() && typeof target === "object" && target.kind === "list") {
    return { kind: "list", item: shapeOf(schema.getValueSchema(), target.member, `${path}[]`) };
  }
  if (schema.isBooleanSchema() && kind === "boolean") return { kind: "boolean" };
  if (schema.isNumericSchema() && (kind === "integer" || kind === "double")) return numberOf(ours, kind);
  if (schema.isStringSchema() && typeof target === "object" && target.kind === "enum")
    return enumOf(target.name);
  if (schema.isStringSchema() && kind === "string") return { kind: "string" };
  throw new Error(`${path}: our model says ${String(kind)}, which the official client's schema does not.`);
}

function numberOf(ours: MemberDescriptor | undefined, kind: string): NumberShape {
  return { kind: "number", integer: kind === "integer", ...ours?.range };
}

function enumOf(name: string): StringShape {
  const values: unknown = Reflect.get(official, name);
  if (values === undefined) throw new Error(`The official client exports no enum ${name}.`);
  return { kind: "string", values: Object.values(values as Readonly<Record<string, string>>) };
}
