import type { MemberIr } from "../../ir/member-ir.js";
import type { StructureIr, UnionIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { use } from "../layout/fragment.js";
import type { Entry } from "../layout/literals.js";

/** Brings along what writes and reads members that travel outside of the JSON body and the path, where a shape has any. */
export function boundMembers(plan: PackagePlan, { id, members }: StructureIr | UnionIr): readonly Entry[] {
  // The runtime writes queries that a route states itself along with those of members.
  const hasQuery = plan.service.operations.some(({ input, http }) => input === id && http.uri.includes("?"));
  return hasQuery || members.some(isBound) ? [["bound", use(runtime("boundMembers"))]] : [];
}

const isBound = ({ binding }: MemberIr): boolean =>
  binding !== undefined && binding.location !== "label" && binding.location !== "greedyLabel";
