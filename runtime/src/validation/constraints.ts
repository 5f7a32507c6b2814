import type { EnumDescriptor, ShapeDescriptor } from "../descriptors/shape.js";

/** Kinds of constraints that a model puts on top of a type, named as in version 2 of AWS's SDK. */
type ConstraintKind = "min" | "max" | "pattern" | "enum";

/** Which constraints are checked. */
export type ConstraintSwitches = Readonly<Record<ConstraintKind, boolean>>;

/** All constraints are checked. */
export const ALL_CONSTRAINTS: ConstraintSwitches = { min: true, max: true, pattern: true, enum: true };

/** Whether a shape lists its values. */
export function isEnum(shape: ShapeDescriptor | undefined): shape is EnumDescriptor {
  return typeof shape === "object" && (shape.kind === "enum" || shape.kind === "intEnum");
}
