import type { Outcome } from "../diagnostics/diagnostic.js";
import { didYouMeanId } from "../diagnostics/nearest.js";
import { problem } from "../diagnostics/outcome.js";
import type { Model, ServiceShape, ShapeId } from "../model/model.js";

/** Where to point to when no place in the model is to blame. */
const START = { line: 1, column: 1 } as const;

/**
 * The service that a client is made for.
 * @param wanted - its shape id; may be left out where the model has but one.
 */
export const selectService = (model: Model, wanted?: ShapeId): Outcome<ServiceShape> => {
  const services = [...model.shapes.values()].filter((shape) => shape.type === "service");
  const [first] = services;
  const selected =
    wanted === undefined
      ? services.length === 1
        ? first
        : undefined
      : services.find(({ id }) => id === wanted);
  if (selected !== undefined) return { ok: true, value: selected, diagnostics: [] };
  const ids = services.map(({ id }) => id);
  const file = first?.location.file ?? [...model.shapes.values()][0]?.location.file ?? "model";
  return { ok: false, diagnostics: [problem({ location: { file, ...START }, ...explain(ids, wanted) })] };
};

const explain = (ids: readonly ShapeId[], wanted: ShapeId | undefined): { message: string; help: string } => {
  if (ids.length === 0)
    return { message: "the model has no service", help: "Define a shape of type service." };
  const list = `The model has: ${ids.join(", ")}.`;
  if (wanted === undefined)
    return { message: "the model has several services", help: `Choose one with --service. ${list}` };
  return { message: `the model has no service ${wanted}`, help: didYouMeanId(wanted, ids) ?? list };
};
