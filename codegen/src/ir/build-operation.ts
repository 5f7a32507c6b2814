import type { OperationShape, ServiceShape, ShapeId } from "../model/model.js";
import { UNIT } from "../model/prelude.js";
import { documentationOf } from "./documentation.js";
import { examplesOf } from "./examples.js";
import { jobOf, lastPartOf } from "./jobs.js";
import { byText, nameInService } from "./names.js";
import type { OperationIr } from "./operation-ir.js";
import { paginationOf } from "./pagination.js";
import { present } from "./present.js";
import { InconsistentModelError } from "./shape-access.js";
import { asNumber, asString, listTrait, recordTrait } from "./traits.js";
import { waitersOf } from "./waiters.js";

/** The `http` trait's values. */
export interface HttpIr {
  readonly method: string;
  readonly uri: string;
  readonly code: number;
}

/** @returns the operation's route @throws InconsistentModelError if the model gives none */
export function httpOf(operation: OperationShape): HttpIr {
  const http = recordTrait(operation.traits, "smithy.api#http");
  const method = asString(http?.["method"]);
  const uri = asString(http?.["uri"]);
  if (method === undefined || uri === undefined) {
    throw new InconsistentModelError(`${operation.id} has no http trait.`);
  }
  return { method, uri, code: asNumber(http?.["code"]) ?? 200 };
}

/** Builds an operation. @throws InconsistentModelError if the model gives it no route */
export function buildOperation(service: ServiceShape, operation: OperationShape): OperationIr {
  const { traits } = operation;
  const followedBy = asString(recordTrait(traits, "tinsmith#startsJob")?.["followedBy"]);
  const compression = recordTrait(traits, "smithy.api#requestCompression")?.["encodings"];
  return present({
    kind: "operation" as const,
    id: operation.id,
    name: nameInService(service, operation.id),
    documentation: documentationOf(traits),
    source: operation.location.file,
    http: httpOf(operation),
    hostPrefix: asString(recordTrait(traits, "smithy.api#endpoint")?.["hostPrefix"]),
    input: inputIdOf(operation),
    output: outputIdOf(operation),
    errors: errorIdsOf(service, operation),
    readonly: traits.has("smithy.api#readonly"),
    idempotent: traits.has("smithy.api#idempotent"),
    followedBy: followedBy === undefined ? undefined : lastPartOf(followedBy),
    job: jobOf(operation),
    checksumRequired: traits.has("smithy.api#httpChecksumRequired") || checksumRequired(operation),
    compression: Array.isArray(compression) ? compression.flatMap((name) => asString(name) ?? []) : [],
    pagination: paginationOf(service, operation),
    waiters: waitersOf(operation),
    examples: examplesOf(listTrait(traits, "smithy.api#examples")),
  });
}

/** @returns the input structure's id, made up where the operation takes nothing */
export const inputIdOf = ({ id, input }: OperationShape): ShapeId =>
  input.target === UNIT ? `${id}$Input` : input.target;

/** @returns the output structure's id, made up where the operation gives nothing */
export const outputIdOf = ({ id, output }: OperationShape): ShapeId =>
  output.target === UNIT ? `${id}$Output` : output.target;

function errorIdsOf(service: ServiceShape, operation: OperationShape): readonly ShapeId[] {
  const ids = new Set([...operation.errors, ...service.errors].map(({ target }) => target));
  return [...ids].sort(
    (left, right) =>
      byText(nameInService(service, left), nameInService(service, right)) || byText(left, right),
  );
}

function checksumRequired({ traits }: OperationShape): boolean {
  return recordTrait(traits, "aws.protocols#httpChecksum")?.["requestChecksumRequired"] === true;
}
