import type { Outcome } from "../diagnostics/diagnostic.js";
import type { SourceLocation } from "../diagnostics/location.js";
import { didYouMeanId } from "../diagnostics/nearest.js";
import { problem } from "../diagnostics/outcome.js";
import type { Model, ServiceShape, Shape, ShapeId } from "../model/model.js";
import type { Unread } from "../model/unread.js";

/**
 * The service that a client is made for.
 * @param wanted - its shape id; may be left out where the model has but one.
 */
export const selectService = (
  model: Model,
  wanted: ShapeId | undefined,
  unread: Unread,
): Outcome<ServiceShape> => {
  const services = [...model.shapes.values()].filter((shape) => shape.type === "service");
  const [first, second] = services;
  const only = second === undefined ? first : undefined;
  const selected = wanted === undefined ? only : services.find(({ id }) => id === wanted);
  if (selected !== undefined) return { ok: true, value: selected, diagnostics: [] };
  if (wanted === undefined ? first === undefined && !unread.isEmpty : unread.has(wanted)) {
    return { ok: false, diagnostics: [] };
  }
  const several = wanted === undefined ? second?.location : undefined;
  const location = several ?? startOf(first ?? [...model.shapes.values()][0]);
  return {
    ok: false,
    diagnostics: [
      problem({
        location,
        ...explain(
          services.map(({ id }) => id),
          wanted,
        ),
      }),
    ],
  };
};

/** Where to point to when no place in the model is to blame. */
const startOf = (shape: Shape | undefined): SourceLocation => ({
  file: shape?.location.file ?? "model",
  line: 1,
  column: 1,
});

const explain = (ids: readonly ShapeId[], wanted: ShapeId | undefined): { message: string; help: string } => {
  if (ids.length === 0)
    return { message: "the model has no service", help: "Define a shape of type service." };
  const list = `The model has: ${ids.join(", ")}.`;
  if (wanted === undefined)
    return { message: "the model has several services", help: `Choose one with --service. ${list}` };
  return { message: `the model has no service ${wanted}`, help: didYouMeanId(wanted, ids) ?? list };
};
