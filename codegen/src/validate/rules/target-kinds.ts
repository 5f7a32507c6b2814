import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { findShape, membersOf } from "../../model/lookup.js";
import type { Model, Reference, Shape } from "../../model/model.js";
import { UNIT } from "../../model/prelude.js";
import { memberId, shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";

/** What a reference must lead to. */
interface Expectation {
  readonly id: string;
  readonly reference: Reference;
  /** Completes "must be …". */
  readonly wanted: string;
  readonly fits: (shape: Shape) => boolean;
}

/** What is named must be of the right kind: an operation's input a structure, a member's target data … */
export const targetKinds: ModelRule = (model) =>
  shapesOf(model).flatMap((shape) =>
    expectationsOf(shape).flatMap((expectation) => check(model, expectation)),
  );

const check = (model: Model, { id, reference, wanted, fits }: Expectation): Diagnostic[] => {
  const target = findShape(model, reference.target);
  if (target?.traits.has("smithy.api#mixin") === true) {
    const message = `${reference.target} is a mixin, which other shapes can mix in but not refer to`;
    return [problem({ location: reference.location, shapeId: id, message })];
  }
  if (target === undefined || fits(target)) return [];
  const message = `${reference.target} is ${withArticle(target.type)}, but must be ${wanted}`;
  return [problem({ location: reference.location, shapeId: id, message })];
};

const withArticle = (type: string): string => `${/^[aeiou]/u.test(type) ? "an" : "a"} ${type}`;

const isData = ({ type }: Shape): boolean =>
  type !== "service" && type !== "resource" && type !== "operation";
const isStructure = ({ type }: Shape): boolean => type === "structure";
const isOperation = ({ type }: Shape): boolean => type === "operation";
const isResource = ({ type }: Shape): boolean => type === "resource";
const isString = ({ type }: Shape): boolean => type === "string" || type === "enum";
const isError = ({ type, traits }: Shape): boolean => type === "structure" && traits.has("smithy.api#error");

const expectationsOf = (shape: Shape): readonly Expectation[] => {
  const expect = (
    references: Iterable<Reference>,
    wanted: string,
    fits: (shape: Shape) => boolean,
  ): Expectation[] => [...references].map((reference) => ({ id: shape.id, reference, wanted, fits }));
  switch (shape.type) {
    case "operation":
      return [
        ...expect([shape.input, shape.output], "a structure", isStructure),
        ...expect(shape.errors, 'a structure with the trait "error"', isError),
      ];
    case "service":
      return [
        ...expect(shape.operations, "an operation", isOperation),
        ...expect(shape.resources, "a resource", isResource),
        ...expect(shape.errors, 'a structure with the trait "error"', isError),
      ];
    case "resource":
      return [
        ...expect(shape.identifiers.values(), "a string", isString),
        ...expect(shape.properties.values(), "data", isData),
        ...expect([...shape.lifecycle.values(), ...shape.operations], "an operation", isOperation),
        ...expect(shape.collectionOperations, "an operation", isOperation),
        ...expect(shape.resources, "a resource", isResource),
      ];
    default:
      return memberExpectations(shape);
  }
};

const memberExpectations = (shape: Shape): Expectation[] =>
  membersOf(shape).map((member) => {
    const id = memberId(shape, member);
    if (shape.type === "map" && member.name === "key") {
      return { id, reference: member, wanted: "a string", fits: isString };
    }
    if (shape.type === "enum" || shape.type === "intEnum") {
      return { id, reference: member, wanted: UNIT, fits: (target) => target.id === UNIT };
    }
    return { id, reference: member, wanted: "data", fits: isData };
  });
