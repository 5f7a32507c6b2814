import type { StructureIr, UnionIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { anyLink } from "../documentation/article.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, use, useType } from "../layout/fragment.js";
import { tallObject, text } from "../layout/literals.js";
import { aggregateSymbols } from "../symbol-of.js";
import { boundMembers } from "./bound-members.js";
import { flag, memberEntries } from "./member-descriptor.js";

/** Declares the descriptor of a structure that only one operation uses, within that of the operation. */
export function ownShapeDescriptor(plan: PackagePlan, shape: StructureIr): Fragment {
  const { descriptor } = aggregateSymbols(plan, shape.id);
  return [`const ${descriptor.name}: `, descriptorType(shape), " = ", shapeFacts(plan, shape), ";"];
}

/** Declares what makes the descriptor of a structure or union when it is first needed. */
export function shapeDescriptor(plan: PackagePlan, shape: StructureIr | UnionIr): Fragment {
  const { descriptor, type } = aggregateSymbols(plan, shape.id);
  return documented(
    [sentence(`Makes what the runtime has to know about ${anyLink(type.name)}, once.`)],
    madeOnce(descriptor.name, descriptorType(shape), ["(", shapeFacts(plan, shape), ")"]),
  );
}

/** Declares an exported function that makes a descriptor when it is first called, and returns it ever after. */
export const madeOnce = (name: string, type: Fragment, body: Fragment): Fragment => [
  `export const ${name} = /*@__PURE__*/ `,
  use(runtime("once")),
  "((): ",
  type,
  " => ",
  body,
  ");",
];

const descriptorType = ({ kind }: StructureIr | UnionIr): Fragment =>
  useType(runtime(kind === "union" ? "UnionDescriptor" : "StructureDescriptor"));

function shapeFacts(plan: PackagePlan, shape: StructureIr | UnionIr): Fragment {
  return tallObject([
    ["kind", text(shape.kind)],
    ["name", text(shape.name)],
    ["members", tallObject(memberEntries(plan, shape.members))],
    ...flag("sensitive", shape.sensitive),
    ...boundMembers(plan, shape),
  ]);
}
