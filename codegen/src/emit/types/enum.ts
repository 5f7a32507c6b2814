import type { EnumIr, EnumValueIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { comment, described, describedTags, documented } from "../documentation/tsdoc.js";
import { type Fragment, group, hardLine, indented, line, stacked } from "../layout/fragment.js";
import { key, literal } from "../layout/literals.js";
import { enumSymbol } from "../symbol-of.js";

/** Declares an enum as a constant object, and as the union of its values. */
export function enumConstant(plan: PackagePlan, shape: EnumIr): Fragment {
  const { name } = enumSymbol(plan, shape.id);
  const sections = [...described(shape.documentation), ...describedTags(shape.documentation)];
  return stacked(
    documented(sections, [
      `export const ${name} = {`,
      indented(hardLine, stacked(...shape.values.map(enumEntry))),
      hardLine,
      "} as const;",
    ]),
    documented(
      sections,
      group(`export type ${name} =`, indented(line, `(typeof ${name})[keyof typeof ${name}];`)),
    ),
  );
}

function enumEntry({ name, value, documentation }: EnumValueIr): Fragment {
  const entry = [key(name), ": ", literal(value), ","];
  const written = comment([...described(documentation), ...describedTags(documentation)], 1);
  return written === undefined ? entry : stacked(written, entry);
}
