import type { MemberIr } from "../../ir/member-ir.js";
import type { SimpleTypeIr, TypeIr } from "../../ir/shape-ir.js";
import type { SimpleTypeName } from "../../model/model.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { type Fragment, useType } from "../layout/fragment.js";
import { symbolOf } from "../symbol-of.js";

/** Which way a value travels: streams that are sent and streams that come back have different types. */
export type Side = "input" | "output";

const SIMPLE_TYPES: Readonly<Record<Exclude<SimpleTypeName, "document">, string>> = {
  bigDecimal: "number",
  bigInteger: "bigint",
  blob: "Uint8Array",
  boolean: "boolean",
  byte: "number",
  double: "number",
  float: "number",
  integer: "number",
  long: "number",
  short: "number",
  string: "string",
  timestamp: "Date",
};

/** Writes the TypeScript type that a model's type stands for. */
export function typeExpression(plan: PackagePlan, type: TypeIr, side: Side): Fragment {
  switch (type.kind) {
    case "simple":
      return simpleType(type, side);
    case "list":
      return listType(plan, type.member, type.sparse, side);
    case "map":
      return mapType(plan, type, side);
    case "enum":
    case "structure":
    case "union":
      return useType(symbolOf(plan, type));
  }
}

function simpleType({ type, streaming }: SimpleTypeIr, side: Side): Fragment {
  if (streaming) return useType(runtime(side === "input" ? "StreamingBlobInput" : "StreamingBlobOutput"));
  return type === "document" ? useType(runtime("DocumentType")) : SIMPLE_TYPES[type];
}

function listType(plan: PackagePlan, member: MemberIr, sparse: boolean, side: Side): Fragment {
  const item = typeExpression(plan, member.type, side);
  return sparse ? ["(", item, " | null)[]"] : [item, "[]"];
}

function mapType(plan: PackagePlan, map: TypeIr & { readonly kind: "map" }, side: Side): Fragment {
  const value = typeExpression(plan, map.value.type, side);
  const record = [
    "Record<",
    typeExpression(plan, map.key.type, side),
    ", ",
    value,
    map.sparse ? " | null" : "",
    ">",
  ];
  // A record over an enum would ask for all of its values.
  return map.key.type.kind === "enum" ? ["Partial<", record, ">"] : record;
}
