import type { PackagePlan } from "../../plan/package-plan.js";
import { ZOD } from "../../plan/runtime-symbols.js";
import { comment, sentence } from "../documentation/tsdoc.js";
import { type Fragment, stacked, use } from "../layout/fragment.js";
import { droppable } from "./zod-call.js";

/** Declares the schema of floats and doubles: Smithy allows the numbers that zod refuses. */
export function doubleSchema(plan: PackagePlan): Fragment {
  return stacked(
    comment([
      sentence(
        "Decides whether a value is a number: unlike zod's own also `NaN` and the infinities, which floats and doubles may be.",
      ),
    ]) ?? "",
    [
      `export const ${plan.root.doubleSchema.name} = `,
      droppable(
        stacked(
          [use(ZOD), ".custom<number>().check((payload) => {"],
          '  if (typeof payload.value !== "number") {',
          '    payload.issues.push({ code: "invalid_type", expected: "number", input: payload.value });',
          "  }",
          "})",
        ),
      ),
      ";",
    ],
  );
}
