import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type { Member, Model, OperationShape, Reference, ServiceShape } from "../../model/model.js";
import { serviceOperations } from "../../model/service-operations.js";
import type { ServiceRule } from "../rule.js";
import { traitProperty } from "../trait-property.js";
import { paginated } from "../traits/trait-values.js";

const PAGINATED = "smithy.api#paginated";

/** A property of the trait: where its member is sought, and what it may be. */
interface Part {
  readonly property: "inputToken" | "outputToken" | "items" | "pageSize";
  readonly side: "input" | "output";
  readonly types: readonly string[];
  /** Whether the trait cannot do without it. */
  readonly needed: boolean;
  /** Whether its member must not be required: the first call has no token. */
  readonly optional: boolean;
}

const PARTS: readonly Part[] = [
  { property: "inputToken", side: "input", types: ["string", "enum", "map"], needed: true, optional: true },
  { property: "outputToken", side: "output", types: ["string", "enum", "map"], needed: true, optional: true },
  { property: "items", side: "output", types: ["list", "map"], needed: false, optional: false },
  {
    property: "pageSize",
    side: "input",
    types: ["byte", "short", "integer", "long", "string"],
    needed: false,
    optional: true,
  },
];

/** What `paginated` names must exist; what an operation leaves out comes from its service. */
export const pagination: ServiceRule = (model, service) => checkParts(model, service, findMissing);

/** What `paginated` names must be a token, a size, a list, and not on every page. */
export const paginationTypes: ServiceRule = (model, service) => checkParts(model, service, findMisfit);

/** A problem of one property, and what to do about it. */
type Finding = readonly [message: string, help?: string | undefined];
type Check = (
  model: Model,
  operation: OperationShape,
  part: Part,
  path: string | undefined,
) => Finding | undefined;

const checkParts = (model: Model, service: ServiceShape, check: Check): readonly Diagnostic[] =>
  serviceOperations(model, service)
    // A value of a wrong structure is told elsewhere.
    .filter(({ traits }) => paginated.safeParse(traits.get(PAGINATED)).success)
    .flatMap((operation) => PARTS.flatMap((part) => checkPart(model, service, operation, part, check)));

const checkPart = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
  part: Part,
  check: Check,
): Diagnostic[] => {
  const { property } = part;
  const holder = traitProperty(operation.traits, PAGINATED, property) === undefined ? service : operation;
  const path = traitProperty(holder.traits, PAGINATED, property);
  const found = check(model, operation, part, path);
  if (found === undefined) return [];
  const [message, help] = found;
  // What the service says of all its operations is wrong for this one.
  const at = holder === operation ? [property] : [];
  const location = locateTrait(operation.traits, PAGINATED, at, operation.location);
  return [problem({ location, shapeId: operation.id, message: `paginated: ${message}`, help })];
};

const findMissing: Check = (model, operation, { property, side, needed }, path) => {
  if (path === undefined) {
    return needed
      ? [`"${property}" is missing`, "Name it here or in the service's paginated trait."]
      : undefined;
  }
  const { missing, candidates } = followPath(model, operation[side], path);
  if (missing === undefined) return undefined;
  return [
    `"${property}" names ${path}, but the ${side} has no "${missing}"`,
    didYouMean(missing, candidates),
  ];
};

const findMisfit: Check = (model, operation, { property, side, types, optional }, path) => {
  const { member } = path === undefined ? {} : followPath(model, operation[side], path);
  const type = member && findShape(model, member.target)?.type;
  if (member === undefined || type === undefined) return undefined;
  if (!types.includes(type)) {
    return [
      `"${property}" names ${path}, which is of type ${type}`,
      `It must be one of: ${types.join(", ")}.`,
    ];
  }
  const barred =
    optional && member.traits.has("smithy.api#required") && !member.traits.has("smithy.api#clientOptional");
  return barred ? [`"${property}" names ${path}, which is required, but not every page has it`] : undefined;
};

/** Where a path such as `Result.Items` leads, or the first step that is not there. */
interface Followed {
  readonly member?: Member;
  readonly missing?: string;
  readonly candidates: readonly string[];
}

const followPath = (model: Model, start: Reference, path: string): Followed => {
  let target = start.target;
  let member: Member | undefined;
  for (const step of path.split(".")) {
    const shape = findShape(model, target);
    if (shape === undefined) return { candidates: [] };
    const members = shape.type === "structure" ? shape.members : new Map<string, Member>();
    member = members.get(step);
    if (member === undefined) return { missing: step, candidates: [...members.keys()] };
    target = member.target;
  }
  return { ...(member === undefined ? {} : { member }), candidates: [] };
};
