import type { StructureIr, UnionIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { type Fragment, useType } from "../layout/fragment.js";
import { tallObject, text } from "../layout/literals.js";
import { aggregateSymbols } from "../symbol-of.js";
import { flag, memberDescriptor } from "./member-descriptor.js";

/** Declares the descriptor of a structure or union. */
export function shapeDescriptor(
  plan: PackagePlan,
  shape: StructureIr | UnionIr,
  exported: boolean,
): Fragment {
  const type = runtime(shape.kind === "union" ? "UnionDescriptor" : "StructureDescriptor");
  const { name } = aggregateSymbols(plan, shape.id).descriptor;
  return [
    exported ? "export const " : "const ",
    name,
    ": ",
    useType(type),
    " = ",
    tallObject([
      ["kind", text(shape.kind)],
      ["name", text(shape.name)],
      ["members", tallObject(shape.members.map((member) => [member.name, memberDescriptor(plan, member)]))],
      ...flag("sensitive", shape.sensitive),
    ]),
    ";",
  ];
}
