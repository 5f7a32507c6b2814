import { findShape } from "../model/lookup.js";
import type { Model, OperationShape, ServiceShape, ShapeId } from "../model/model.js";
import { UNIT } from "../model/prelude.js";
import { inputIdOf, outputIdOf } from "./build-operation.js";
import { buildShape, emptyStructure, emptyStructureName, type ShapeContext } from "./build-shape.js";
import { byText, nameInService } from "./names.js";
import type { NamedShapeIr } from "./shape-ir.js";
import type { Usage } from "./usage.js";

/** Builds all shapes that are declared under their own name, sorted by id. */
export function buildShapes(
  model: Model,
  service: ServiceShape,
  operations: readonly OperationShape[],
  usage: Usage,
): ReadonlyMap<ShapeId, NamedShapeIr> {
  const built = new Map<ShapeId, NamedShapeIr>();
  const contextOf = (id: ShapeId, name: string): ShapeContext => ({
    name,
    direction: usage.directionOf(id),
    home: usage.homeOf(id),
    greedyLabels: usage.greedyLabelsOf(id),
  });
  for (const id of usage.reached) {
    const shape = id === UNIT ? undefined : findShape(model, id);
    const context = contextOf(id, nameInService(service, id));
    const named =
      id === UNIT
        ? emptyStructure(id, service.location.file, context)
        : shape && buildShape(model, shape, context);
    if (named !== undefined) built.set(id, named);
  }
  for (const operation of operations) {
    const { id, location } = operation;
    const made = [
      { reference: operation.input, id: inputIdOf(operation), side: "Input" },
      { reference: operation.output, id: outputIdOf(operation), side: "Output" },
    ] as const;
    for (const side of made.filter(({ reference }) => reference.target === UNIT)) {
      const context = contextOf(side.id, emptyStructureName(id, side.side));
      built.set(side.id, emptyStructure(side.id, location.file, context));
    }
  }
  return new Map([...built].sort(([left], [right]) => byText(left, right)));
}
