import type { MemberIr } from "../../ir/member-ir.js";
import type { StructureIr, UnionIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { ZOD } from "../../plan/runtime-symbols.js";
import { anyLink } from "../documentation/article.js";
import { comment, sentence } from "../documentation/tsdoc.js";
import { type Fragment, stacked, use } from "../layout/fragment.js";
import { access, isInherited, object, tallArray, tallObject } from "../layout/literals.js";
import { aggregateSymbols } from "../symbol-of.js";
import { sideOf } from "../types/member-declaration.js";
import { schemaExpression } from "./schema-expression.js";
import { droppable, zod, zodHugging } from "./zod-call.js";

/** Declares the zod schema of a structure or union. */
export function shapeSchema(plan: PackagePlan, shape: StructureIr | UnionIr): Fragment {
  const { schema, type } = aggregateSymbols(plan, shape.id);
  return stacked(comment([sentence(`Decides whether a value is ${anyLink(type.name)}.`)]) ?? "", [
    `export const ${schema.name} = `,
    droppable(shape.kind === "union" ? unionSchema(plan, shape) : structureSchema(plan, shape)),
    ";",
  ]);
}

function structureSchema(plan: PackagePlan, shape: StructureIr): Fragment {
  const side = sideOf(shape.direction);
  return zodHugging(
    "strictObject",
    tallObject(
      shape.members.map((member) => {
        const schema = schemaExpression(plan, member, side);
        if (member.required && !member.idempotencyToken) return [member.name, schema];
        return [member.name, optionalSchema(member, schema)];
      }),
    ),
  );
}

/** zod reads members that are not there, and so finds those that every object inherits: they count as absent. */
function optionalSchema({ name }: MemberIr, schema: Fragment): Fragment {
  const optional = zod("optional", schema);
  if (!isInherited(name)) return optional;
  const inherited = name === "__proto__" ? "Object.prototype" : access("Object.prototype", name);
  const absent = [use(ZOD), ".custom<undefined>((value) => value === ", inherited, ")"];
  return zodHugging("union", tallArray([optional, absent]));
}

/** Exactly one member is there, so a union is as many structures of one member. */
function unionSchema(plan: PackagePlan, shape: UnionIr): Fragment {
  const side = sideOf(shape.direction);
  const variants = shape.members.map((member) =>
    zodHugging("strictObject", object([[member.name, schemaExpression(plan, member, side)]])),
  );
  return zodHugging("union", tallArray(variants));
}
