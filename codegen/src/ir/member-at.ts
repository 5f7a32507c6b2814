import type { ShapeId } from "../model/model.js";
import type { MemberIr } from "./member-ir.js";
import type { ServiceIr } from "./service-ir.js";

/** Finds the member that a path such as `Result.Items` leads to. */
export function memberAt(
  { shapes }: Pick<ServiceIr, "shapes">,
  structure: ShapeId,
  [name, ...rest]: readonly string[],
): MemberIr | undefined {
  const shape = shapes.get(structure);
  const member =
    shape?.kind === "structure" ? shape.members.find((candidate) => candidate.name === name) : undefined;
  if (member === undefined || rest.length === 0) return member;
  return member.type.kind === "structure" ? memberAt({ shapes }, member.type.id, rest) : undefined;
}
