import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { findShape } from "../../model/lookup.js";
import type {
  Lifecycle,
  Member,
  Model,
  OperationShape,
  Reference,
  ResourceShape,
} from "../../model/model.js";
import { shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { traitText } from "../trait-property.js";

/** What Smithy demands of the operations that a resource binds to its life cycle. */
const NEEDED_TRAITS: ReadonlyMap<Lifecycle, "readonly" | "idempotent"> = new Map([
  ["read", "readonly"],
  ["list", "readonly"],
  ["put", "idempotent"],
  ["delete", "idempotent"],
]);

/** Life-cycle operations that concern one resource, and so must be told which. */
const INSTANCE: readonly Lifecycle[] = ["put", "read", "update", "delete"];

/** @see https://smithy.io/2.0/spec/service-types.html#resource */
export const resources: ModelRule = (model) =>
  shapesOf(model).flatMap((shape) =>
    shape.type === "resource"
      ? [
          ...lifecycleTraits(model, shape),
          ...boundIdentifiers(model, shape),
          ...inheritedIdentifiers(model, shape),
        ]
      : [],
  );

const lifecycleTraits = (model: Model, resource: ResourceShape): Diagnostic[] =>
  [...resource.lifecycle].flatMap(([lifecycle, { target, location }]) => {
    const trait = NEEDED_TRAITS.get(lifecycle);
    const operation = findShape(model, target);
    if (trait === undefined || operation?.type !== "operation" || operation.traits.has(`smithy.api#${trait}`))
      return [];
    return [
      problem({
        location,
        shapeId: resource.id,
        message: `"${lifecycle}" binds ${target}, which lacks the trait "${trait}"`,
        help: `If it is not ${trait}, bind it under "operations".`,
      }),
    ];
  });

const boundIdentifiers = (model: Model, resource: ResourceShape): Diagnostic[] =>
  instanceOperations(resource).flatMap((reference) => {
    const operation = findShape(model, reference.target);
    if (operation?.type !== "operation") return [];
    return [...resource.identifiers].flatMap(([name, identifier]) =>
      checkIdentifier(model, resource, { reference, operation, name, identifier }),
    );
  });

const instanceOperations = ({ lifecycle, operations }: ResourceShape): readonly Reference[] => [
  ...INSTANCE.flatMap((name) => lifecycle.get(name) ?? []),
  ...operations,
];

/** An operation that is bound to a resource, and an identifier that it needs to be told. */
interface Binding {
  readonly reference: Reference;
  readonly operation: OperationShape;
  readonly name: string;
  readonly identifier: Reference;
}

const checkIdentifier = (
  model: Model,
  resource: ResourceShape,
  { reference: { location }, operation, name, identifier }: Binding,
): Diagnostic[] => {
  const input = findShape(model, operation.input.target);
  if (input?.type !== "structure") return [];
  const member = identifierMember([...input.members.values()], name);
  const wrong =
    member === undefined
      ? `the input has no member for the identifier ${name}`
      : memberProblem(member, name, identifier);
  if (wrong === undefined) return [];
  const message = `binds ${operation.id}: ${wrong}`;
  const help = 'Operations that are not about one resource belong under "collectionOperations".';
  return [problem({ location, shapeId: resource.id, message, help })];
};

const identifierMember = (members: readonly Member[], name: string): Member | undefined =>
  members.find(({ traits }) => traitText(traits, "smithy.api#resourceIdentifier") === name) ??
  members.find((member) => member.name === name);

const memberProblem = (member: Member, name: string, identifier: Reference): string | undefined => {
  if (!member.traits.has("smithy.api#required"))
    return `its member ${member.name}, the identifier ${name}, is not required`;
  return member.target === identifier.target
    ? undefined
    : `its member ${member.name} is a ${member.target}, the identifier ${name} a ${identifier.target}`;
};

const inheritedIdentifiers = (model: Model, parent: ResourceShape): Diagnostic[] =>
  parent.resources.flatMap(({ target, location }) => {
    const child = findShape(model, target);
    if (child?.type !== "resource") return [];
    const missing = [...parent.identifiers.keys()].filter((name) => !child.identifiers.has(name));
    return missing.map((name) =>
      problem({
        location,
        shapeId: parent.id,
        message: `its resource ${target} lacks the identifier ${name}`,
      }),
    );
  });
