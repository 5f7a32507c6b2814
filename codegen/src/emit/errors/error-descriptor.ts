import type { ErrorIr } from "../../ir/service-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { boundMembers } from "../descriptors/bound-members.js";
import { flag, memberEntries, optional } from "../descriptors/member-descriptor.js";
import type { Fragment } from "../layout/fragment.js";
import { type Entry, object, tallObject, text } from "../layout/literals.js";
import { errorSymbols } from "../symbol-of.js";

/** What the runtime has to know about an error. */
export interface ErrorFacts {
  readonly wireName: string;
  readonly fault: "client" | "server";
  readonly status?: number;
  readonly retryable?: { readonly throttling: boolean };
  readonly members: readonly Entry[];
  /** What else the descriptor says. */
  readonly more?: readonly Entry[];
}

/** Writes the descriptor of a modelled error. */
export function modelledErrorDescriptor(plan: PackagePlan, error: ErrorIr): Fragment {
  const shape = plan.service.shapes.get(error.id);
  if (shape?.kind !== "structure") return errorDescriptor({ ...error, members: [] });
  return errorDescriptor({
    ...error,
    members: memberEntries(plan, shape.members),
    more: [
      ...flag("sensitive", shape.sensitive),
      ...boundMembers(plan, shape),
      ...renamed(errorSymbols(plan, error.id).properties),
    ],
  });
}

/** Writes the descriptor of an error. */
export function errorDescriptor({
  wireName,
  fault,
  status,
  retryable,
  members,
  more = [],
}: ErrorFacts): Fragment {
  return tallObject([
    ["kind", text("structure")],
    ["name", text(wireName)],
    ["fault", text(fault)],
    ...optional("status", status),
    ...optional("retryable", retryable),
    ["members", object(members)],
    ...more,
  ]);
}

/** @param properties - member name to property name */
function renamed(properties: ReadonlyMap<string, string>): readonly Entry[] {
  const others = [...properties].filter(([member, property]) => member !== property);
  if (others.length === 0) return [];
  return [["properties", object(others.map(([member, property]) => [member, text(property)]))]];
}
