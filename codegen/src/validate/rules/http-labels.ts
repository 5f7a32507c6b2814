import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceLocation } from "../../diagnostics/location.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { hostLabelNames, labelNames, parseHttpUri } from "../../model/http-uri.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type { Member, Model, OperationShape, Shape } from "../../model/model.js";
import { memberId, shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { traitProperty } from "../trait-property.js";

const HTTP = "smithy.api#http";
const ENDPOINT = "smithy.api#endpoint";
const LABEL = "smithy.api#httpLabel";
const HOST_LABEL = "smithy.api#hostLabel";

/** Types whose values can be written into a path. */
const LABEL_TYPES: ReadonlySet<string> = new Set([
  ...["string", "enum", "boolean", "timestamp"],
  ...["byte", "short", "integer", "intEnum", "long", "float", "double", "bigInteger", "bigDecimal"],
]);

/** The labels of an operation's URI and host prefix, and the members bound to them, must match one to one. */
export const httpLabels: ModelRule = (model) =>
  shapesOf(model).flatMap((shape) => (shape.type === "operation" ? checkOperation(model, shape) : []));

const checkOperation = (model: Model, operation: OperationShape): Diagnostic[] => {
  const input = findShape(model, operation.input.target);
  if (input?.type !== "structure") return [];
  const uri = traitProperty(operation.traits, HTTP, "uri");
  const hostPrefix = traitProperty(operation.traits, ENDPOINT, "hostPrefix");
  return [
    ...(uri === undefined ? [] : checkUri(model, operation, input, uri)),
    ...(hostPrefix === undefined ? [] : checkHost(operation, input, hostPrefix)),
  ];
};

/** The structure that an operation takes. */
type Input = Extract<Shape, { readonly type: "structure" | "union" }>;

const checkUri = (model: Model, operation: OperationShape, input: Input, pattern: string): Diagnostic[] => {
  const location = locateTrait(operation.traits, HTTP, ["uri"], operation.location);
  const { uri, problems } = parseHttpUri(pattern);
  const names = labelNames(uri);
  const bound = [...input.members.values()].filter(({ traits }) => traits.has(LABEL));
  return [
    ...problems.map((text) => problem({ location, shapeId: operation.id, message: `the URI ${text}` })),
    ...unboundLabels(operation, input, { names, trait: "httpLabel", id: LABEL, location }),
    ...bound.flatMap((member) => checkMember(model, operation, input, member, names)),
  ];
};

const checkHost = (operation: OperationShape, input: Input, hostPrefix: string): Diagnostic[] => {
  const location = locateTrait(operation.traits, ENDPOINT, ["hostPrefix"], operation.location);
  return unboundLabels(operation, input, {
    names: hostLabelNames(hostPrefix),
    trait: "hostLabel",
    id: HOST_LABEL,
    location,
  });
};

/** Labels that a pattern has and no member is bound to. */
const unboundLabels = (
  { id: shapeId }: OperationShape,
  { id, members }: Input,
  labels: {
    readonly names: readonly string[];
    readonly trait: string;
    readonly id: string;
    readonly location: SourceLocation;
  },
): Diagnostic[] =>
  labels.names
    .filter((name) => members.get(name)?.traits.has(labels.id) !== true)
    .map((name) => {
      const message = members.has(name)
        ? `the label {${name}} stands for ${id}$${name}, which lacks the trait "${labels.trait}"`
        : `the label {${name}} has no member in ${id}`;
      const help = members.has(name) ? undefined : didYouMean(name, members.keys());
      return problem({ location: labels.location, shapeId, message, help });
    });

const checkMember = (
  model: Model,
  operation: OperationShape,
  input: Input,
  member: Member,
  names: readonly string[],
): Diagnostic[] => {
  const shapeId = memberId(input, member);
  const location = locateTrait(member.traits, LABEL, [], member.location);
  const type = findShape(model, member.target)?.type;
  const found: Diagnostic[] = [];
  if (!names.includes(member.name)) {
    const message = `bound to a label, but the URI of ${operation.id} has no {${member.name}}`;
    found.push(problem({ location, shapeId, message, help: didYouMean(member.name, names) }));
  }
  if (!member.traits.has("smithy.api#required")) {
    found.push(
      problem({
        location,
        shapeId,
        message: "bound to a label, but not required",
        help: 'Add the trait "required".',
      }),
    );
  }
  if (type !== undefined && !LABEL_TYPES.has(type)) {
    found.push(problem({ location, shapeId, message: `bound to a label, which cannot hold a ${type}` }));
  }
  return found;
};
