import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import { buildModel } from "../load/load-model.js";
import type { Model } from "../model/model.js";
import { NOTHING_UNREAD } from "../model/unread.js";
import type { ModelRule, ServiceRule } from "../validate/rule.js";

/** The beginning of a model file; shapes follow on line 5. */
const HEAD = `smithy: "2.0"
namespace: com.example

shapes:
`;

/** A model file in YAML that defines `shapes`, indented by two: its first line is line 5. */
export const modelText = (shapes: string): string => `${HEAD}${shapes.replace(/^\n/u, "")}`;

/** The model of one YAML file called `model.yaml`. */
export const outcomeOfText = (shapes: string): Outcome<Model> =>
  buildModel([{ file: "model.yaml", text: modelText(shapes) }]);

/** The same, where the text is known to be right. */
export const modelOf = (shapes: string): Model => {
  const outcome = outcomeOfText(shapes);
  if (outcome.ok) return outcome.value;
  throw new Error(`The model of this test is wrong:\n${tell(outcome.diagnostics).join("\n")}`);
};

/** Diagnostics as lines: place, shape, message, and help behind an arrow. */
export const tell = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ severity, location: { file, line, column }, shapeId, message, help }) =>
    [
      ...(severity === "warning" ? ["warning:"] : []),
      `${file}:${line}:${column}`,
      ...(shapeId === undefined ? [] : [shapeId]),
      message,
      ...(help === undefined ? [] : [`→ ${help}`]),
    ].join(" "),
  );

/** What a rule finds in a model of one YAML file, as lines. */
export const found = (rule: ModelRule, shapes: string): string[] =>
  tell(rule(modelOf(shapes), NOTHING_UNREAD));

/** What a rule finds in a model of which the service is `com.example#Things`, as lines. */
export const foundInService = (rule: ServiceRule, shapes: string): string[] => {
  const model = modelOf(shapes);
  const service = model.shapes.get("com.example#Things");
  if (service?.type !== "service") throw new Error("The model of this test has no service Things.");
  return tell(rule(model, service, NOTHING_UNREAD));
};
