import type { Member, Model, Reference, Shape, Traits } from "@tinsmith/codegen";

/** Plain JSON. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * A loaded model in Smithy's JSON. Mixins are folded in already, and left out.
 *
 * @see https://smithy.io/2.0/spec/json-ast.html
 */
export const modelAst = ({ metadata, shapes }: Model): Json => ({
  smithy: "2.0",
  metadata,
  shapes: Object.fromEntries(
    [...shapes.values()]
      .filter(({ traits }) => !traits.has("smithy.api#mixin"))
      .map((shape) => [shape.id, shapeAst(shape)]),
  ),
});

const shapeAst = (shape: Shape): Json => ({
  type: shape.type,
  ...partsAst(shape),
  traits: Object.fromEntries(shape.traits),
});

const partsAst = (shape: Shape): Json => {
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return { members: named(shape.members, memberAst) };
    case "list":
      return { member: memberAst(shape.member) };
    case "map":
      return { key: memberAst(shape.key), value: memberAst(shape.value) };
    case "service":
      return {
        version: shape.version,
        operations: shape.operations.map(reference),
        resources: shape.resources.map(reference),
        errors: shape.errors.map(reference),
      };
    case "operation":
      return {
        input: reference(shape.input),
        output: reference(shape.output),
        errors: shape.errors.map(reference),
      };
    case "resource":
      return {
        identifiers: named(shape.identifiers, reference),
        properties: named(shape.properties, reference),
        ...named(shape.lifecycle, reference),
        operations: shape.operations.map(reference),
        collectionOperations: shape.collectionOperations.map(reference),
        resources: shape.resources.map(reference),
      };
    default:
      return {};
  }
};

const memberAst = ({ target, traits }: Member): Json => ({ target, traits: traitsAst(traits) });

const traitsAst = (traits: Traits): Json => Object.fromEntries(traits);

const reference = ({ target }: Reference): Json => ({ target });

const named = <Part>(parts: ReadonlyMap<string, Part>, write: (part: Part) => Json): Json =>
  Object.fromEntries([...parts].map(([name, part]) => [name, write(part)]));
