import type { ExampleIr } from "./operation-ir.js";
import { present } from "./present.js";
import { asString, isRecord } from "./traits.js";

/** Reads the `examples` trait, in the model's order. */
export function examplesOf(examples: readonly unknown[]): readonly ExampleIr[] {
  return examples.filter(isRecord).map((example) =>
    present({
      title: asString(example["title"]) ?? "Example",
      documentation: asString(example["documentation"]),
      input: example["input"] ?? {},
      output: example["error"] === undefined ? (example["output"] ?? {}) : undefined,
    }),
  );
}
