import type { MemberIr } from "../../ir/member-ir.js";
import type { ShapeReferenceIr, SimpleTypeIr, TypeIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime, ZOD } from "../../plan/runtime-symbols.js";
import { type Fragment, use, useType } from "../layout/fragment.js";
import { call } from "../layout/literals.js";
import { aggregateSymbols, enumSymbol } from "../symbol-of.js";
import type { Side } from "../types/type-expression.js";
import { checksOf } from "./checks.js";
import { zod } from "./zod-call.js";

const SIMPLE_SCHEMAS: Readonly<Record<Exclude<SimpleTypeIr["type"], "blob" | "double" | "float">, string>> = {
  bigDecimal: "number",
  bigInteger: "bigint",
  boolean: "boolean",
  byte: "int",
  document: "json",
  integer: "int32",
  // All that JavaScript's numbers hold exactly: beyond that a number would travel as another one.
  long: "int",
  short: "int",
  string: "string",
  timestamp: "date",
};

/** Writes the zod schema of a member's value, its constraints included. */
export function schemaExpression(plan: PackagePlan, member: MemberIr, side: Side): Fragment {
  const schema = typeSchema(plan, member.type, side);
  const checks = checksOf(member);
  return checks.length === 0 ? schema : call([schema, ".check"], checks);
}

function typeSchema(plan: PackagePlan, type: TypeIr, side: Side): Fragment {
  switch (type.kind) {
    case "simple":
      return simpleSchema(plan, type, side);
    case "enum":
      return zod("enum", use(enumSymbol(plan, type.id)));
    case "list": {
      const item = schemaExpression(plan, type.member, side);
      return zod("array", type.sparse ? zod("nullable", item) : item);
    }
    case "map": {
      const value = schemaExpression(plan, type.value, side);
      // A record over an enum would ask for all of its values.
      const record = type.key.type.kind === "enum" ? "partialRecord" : "record";
      return zod(
        record,
        schemaExpression(plan, type.key, side),
        type.sparse ? zod("nullable", value) : value,
      );
    }
    case "structure":
    case "union":
      return lazySchema(plan, type);
  }
}

function simpleSchema(plan: PackagePlan, { type, streaming }: SimpleTypeIr, side: Side): Fragment {
  switch (type) {
    case "blob":
      return streaming ? streamSchema(side) : zod("instanceof", "Uint8Array");
    case "double":
    case "float":
      return use(plan.root.doubleSchema);
    default:
      return zod(SIMPLE_SCHEMAS[type]);
  }
}

/** Streams come in too many forms to be told apart here: the transport refuses what it cannot send. */
function streamSchema(side: Side): Fragment {
  const stream = runtime(side === "input" ? "StreamingBlobInput" : "StreamingBlobOutput");
  return [use(ZOD), ".custom<", useType(stream), ">((value) => value !== undefined && value !== null)"];
}

/** A thunk lets schemas refer to each other in any order, and its type keeps the compiler's work linear. */
function lazySchema(plan: PackagePlan, { id }: ShapeReferenceIr): Fragment {
  const { type, schema } = aggregateSymbols(plan, id);
  const thunk = ["(): ", useType(ZOD), ".ZodMiniType<", useType(type), "> => ", use(schema)];
  return zod("lazy", thunk);
}
