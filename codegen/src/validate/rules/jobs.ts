import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape, shapeName } from "../../model/lookup.js";
import type { Member, Model, OperationShape, ServiceShape, ShapeId } from "../../model/model.js";
import { compilePattern } from "../../model/pattern.js";
import { serviceOperations } from "../../model/service-operations.js";
import type { ServiceRule } from "../rule.js";
import { traitProperty } from "../trait-property.js";

const JOB = "tinsmith#job";
const SENSITIVE = "smithy.api#sensitive";

/** What is wrong with a property of the trait, and what may help. */
type Finding = readonly [property: string, message: string, help?: string | undefined];

/** An operation that tells of jobs, with what stands around it. */
interface Telling {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly operation: OperationShape;
}

const CHECKS: readonly ((telling: Telling) => readonly Finding[])[] = [
  checkIdentifiers,
  checkOutput,
  checkList,
  checkConflict,
  checkStarters,
];

/** The members by which a job is followed must be there: where it is asked for, told of, and started. */
export const jobs: ServiceRule = (model, service) =>
  serviceOperations(model, service)
    .filter(({ traits }) => traits.has(JOB))
    .flatMap((operation) =>
      CHECKS.flatMap((check) => check({ model, service, operation })).map((finding) =>
        report(operation, finding),
      ),
    );

function report({ id, traits, location }: OperationShape, [property, message, help]: Finding): Diagnostic {
  return problem({
    location: locateTrait(traits, JOB, [property], location),
    shapeId: id,
    message: `job: ${message}`,
    help,
  });
}

function checkIdentifiers({ model, operation }: Telling): readonly Finding[] {
  const id = traitProperty(operation.traits, JOB, "id");
  const required = requiredOf(model, operation.input.target);
  const names = required.map(({ name }) => name);
  if (id !== undefined && !names.includes(id)) {
    return [["id", `"id" names ${id}, which the input does not require`, didYouMean(id, names)]];
  }
  return required.flatMap(({ name, target, traits }): Finding[] => {
    const shape = findShape(model, target);
    if (shape?.type !== "string" && shape?.type !== "enum") {
      return [["id", `${name} is not a text, so that no answer can name a job by it`]];
    }
    return traits.has(SENSITIVE) || shape.traits.has(SENSITIVE)
      ? [["id", `${name} is sensitive, but names of jobs are shown and kept`]]
      : [];
  });
}

function checkOutput({ model, operation }: Telling): readonly Finding[] {
  const names = memberNames(model, operation.output.target);
  return ["status", "operation", "error"].flatMap((property): Finding[] => {
    const name = traitProperty(operation.traits, JOB, property);
    if (name === undefined || names.includes(name)) return [];
    return [
      [property, `"${property}" names ${name}, but the output has no "${name}"`, didYouMean(name, names)],
    ];
  });
}

function checkList({ model, service, operation }: Telling): readonly Finding[] {
  const list = traitProperty(operation.traits, JOB, "list");
  if (list === undefined) return [];
  const operations = serviceOperations(model, service);
  const lister = operations.find(({ id }) => id === list || shapeName(id) === list);
  if (lister === undefined) {
    const names = operations.map(({ id }) => shapeName(id));
    return [["list", `${service.id} has no operation ${list}`, didYouMean(list, names)]];
  }
  const paginated = "smithy.api#paginated";
  const hasItems = [lister, service].some(({ traits }) => traitProperty(traits, paginated, "items"));
  return lister.traits.has(paginated) && hasItems
    ? []
    : [["list", `${list} is not paginated, or its trait paginated has no "items"`]];
}

/** With an empty alternative a pattern matches, and tells its groups. */
function checkConflict({ model, operation }: Telling): readonly Finding[] {
  const pattern = traitProperty(operation.traits, JOB, "conflict");
  const expression = pattern === undefined ? undefined : compilePattern(`${pattern}|`);
  const names = requiredOf(model, operation.input.target).map(({ name }) => name);
  return Object.keys(expression?.exec("")?.groups ?? {})
    .filter((name) => !names.includes(name))
    .map((name) => [
      "conflict",
      `the input requires no ${name}, as a group is called`,
      didYouMean(name, names),
    ]);
}

function checkStarters({ model, service, operation }: Telling): readonly Finding[] {
  const id = traitProperty(operation.traits, JOB, "id") ?? "";
  return serviceOperations(model, service)
    .filter(({ traits }) => {
      const followedBy = traitProperty(traits, "tinsmith#startsJob", "followedBy");
      return followedBy === operation.id || followedBy === shapeName(operation.id);
    })
    .filter(({ output }) => !memberNames(model, output.target).includes(id))
    .map((starter) => ["id", `${shapeName(starter.id)} starts such a job, but its output has no "${id}"`]);
}

function requiredOf(model: Model, target: ShapeId): readonly Member[] {
  return structureMembers(model, target).filter(({ traits }) => traits.has("smithy.api#required"));
}

const memberNames = (model: Model, target: ShapeId): readonly string[] =>
  structureMembers(model, target).map(({ name }) => name);

function structureMembers(model: Model, target: ShapeId): readonly Member[] {
  const shape = findShape(model, target);
  return shape?.type === "structure" ? [...shape.members.values()] : [];
}
