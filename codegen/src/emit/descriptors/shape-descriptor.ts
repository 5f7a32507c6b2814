import type { StructureIr, UnionIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { anyLink } from "../documentation/article.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, useType } from "../layout/fragment.js";
import { tallObject, text } from "../layout/literals.js";
import { aggregateSymbols } from "../symbol-of.js";
import { boundMembers } from "./bound-members.js";
import { flag, memberEntries } from "./member-descriptor.js";

/** Declares the descriptor of a structure or union. */
export function shapeDescriptor(
  plan: PackagePlan,
  shape: StructureIr | UnionIr,
  exported: boolean,
): Fragment {
  const type = runtime(shape.kind === "union" ? "UnionDescriptor" : "StructureDescriptor");
  const { descriptor, type: described } = aggregateSymbols(plan, shape.id);
  const code = [
    exported ? "export const " : "const ",
    descriptor.name,
    ": ",
    useType(type),
    " = ",
    tallObject([
      ["kind", text(shape.kind)],
      ["name", text(shape.name)],
      ["members", tallObject(memberEntries(plan, shape.members))],
      ...flag("sensitive", shape.sensitive),
      ...boundMembers(plan, shape),
    ]),
    ";",
  ];
  if (!exported) return code;
  return documented([sentence(`What the runtime has to know about ${anyLink(described.name)}.`)], code);
}
