import type { ErrorIr } from "../../ir/service-ir.js";
import type { CodeSymbol } from "../../plan/code-symbol.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { boundMembers } from "../descriptors/bound-members.js";
import { flag, memberEntries } from "../descriptors/member-descriptor.js";
import { anyLink } from "../documentation/article.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, use, useType } from "../layout/fragment.js";
import { type Entry, literal, object, tallObject, text } from "../layout/literals.js";
import { aggregateSymbols, errorSymbols } from "../symbol-of.js";

/** What the runtime has to know about an error. */
export interface ErrorFacts {
  readonly wireName: string;
  readonly fault: "client" | "server";
  readonly status?: number;
  readonly retryable?: { readonly throttling: boolean };
  readonly shape: Fragment;
  /** Member name to property name, where they differ. */
  readonly properties?: ReadonlyMap<string, string>;
  readonly type: CodeSymbol;
}

/** Declares the descriptor of a modelled error. */
export function errorDescriptor(plan: PackagePlan, error: ErrorIr): Fragment {
  const { descriptor, type, properties } = errorSymbols(plan, error.id);
  return writeErrorDescriptor(descriptor, { ...error, shape: shapeOf(plan, error), properties, type });
}

/** Declares the descriptor of an error. */
export function writeErrorDescriptor(descriptor: CodeSymbol, facts: ErrorFacts): Fragment {
  return documented(
    [sentence(`What the runtime has to know about ${anyLink(facts.type.name)}.`)],
    [
      `export const ${descriptor.name}: `,
      useType(runtime("ErrorDescriptor")),
      " = ",
      tallObject([
        ["name", text(facts.wireName)],
        ["fault", text(facts.fault)],
        ...(facts.status === undefined ? [] : [["status", literal(facts.status)] as const]),
        ...(facts.retryable === undefined ? [] : [["retryable", literal(facts.retryable)] as const]),
        ["shape", facts.shape],
        ...renamed(facts.properties),
        ["type", use(facts.type)],
      ]),
      ";",
    ],
  );
}

function renamed(properties: ErrorFacts["properties"]): readonly Entry[] {
  const others = [...(properties ?? [])].filter(([member, property]) => member !== property);
  if (others.length === 0) return [];
  return [["properties", object(others.map(([member, property]) => [member, text(property)]))]];
}

function shapeOf(plan: PackagePlan, { id, name }: ErrorIr): Fragment {
  const shape = plan.service.shapes.get(id);
  if (shape?.kind !== "structure" || shape.home.kind !== "error") {
    return use(aggregateSymbols(plan, id).descriptor);
  }
  return object([
    ["kind", text("structure")],
    ["name", text(name)],
    ["members", object(memberEntries(plan, shape.members))],
    ...flag("sensitive", shape.sensitive),
    ...boundMembers(plan, shape),
  ]);
}
