import { didYouMean } from "../../diagnostics/nearest.js";
import { findShape } from "../../model/lookup.js";
import type { Member, Model, ShapeId } from "../../model/model.js";

/** What is known of a value before there is one; undefined where nothing is. */
export type KnownValue =
  | { readonly kind: "shape"; readonly id: ShapeId }
  | { readonly kind: "list"; readonly item: KnownValue }
  | { readonly kind: "fields"; readonly fields: ReadonlyMap<string, KnownValue> }
  | undefined;

/** A step of a path that leads nowhere. */
export interface WrongStep {
  /** E.g. `com.example#Thing has no member Nane`. */
  readonly problem: string;
  /** What to do. */
  readonly help?: string | undefined;
}

/** What a step leads to. */
export type Step = { readonly value: KnownValue } | WrongStep;

/** The field of a value. */
export const fieldOf = (model: Model, value: KnownValue, name: string): Step => {
  if (value === undefined) return { value: undefined };
  if (value.kind === "list") return wrong(`a list has no field ${name}`);
  if (value.kind === "fields") {
    if (value.fields.has(name)) return { value: value.fields.get(name) };
    return wrong(`it must begin with ${[...value.fields.keys()].join(" or ")}, not with ${name}`);
  }
  const shape = findShape(model, value.id);
  switch (shape?.type) {
    case undefined:
    case "document":
      return { value: undefined };
    case "map":
      return { value: shapeOf(shape.value) };
    case "structure":
    case "union": {
      const member = shape.members.get(name);
      if (member !== undefined) return { value: shapeOf(member) };
      return { problem: `${value.id} has no member ${name}`, help: didYouMean(name, shape.members.keys()) };
    }
    default:
      return wrong(`${value.id} is of type ${shape?.type}, which has no member ${name}`);
  }
};

/** What the items of a list are. */
export const itemOf = (model: Model, value: KnownValue): Step => {
  if (value === undefined) return { value: undefined };
  if (value.kind === "list") return { value: value.item };
  if (value.kind === "fields") return wrong("this is no list");
  const shape = findShape(model, value.id);
  if (shape === undefined || shape.type === "document") return { value: undefined };
  return shape.type === "list"
    ? { value: shapeOf(shape.member) }
    : wrong(`${value.id} is of type ${shape.type}, and no list`);
};

const shapeOf = ({ target }: Member): KnownValue => ({ kind: "shape", id: target });

const wrong = (problem: string): WrongStep => ({ problem });
