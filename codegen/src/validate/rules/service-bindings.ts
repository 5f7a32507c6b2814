import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { formatLocation } from "../../diagnostics/location.js";
import { problem } from "../../diagnostics/outcome.js";
import type { Reference, ResourceShape, ServiceShape, ShapeId } from "../../model/model.js";
import { serviceResources } from "../../model/service-operations.js";
import type { ServiceRule } from "../rule.js";

/** Within a service, an operation or resource has one place. */
export const serviceBindings: ServiceRule = (model, service) => {
  const first = new Map<ShapeId, Reference>();
  return [service, ...serviceResources(model, service)].flatMap((shape) =>
    boundBy(shape).flatMap((reference): Diagnostic[] => {
      const { target, location } = reference;
      const earlier = first.get(target);
      if (earlier === undefined) {
        first.set(target, reference);
        return [];
      }
      const message = `binds ${target}, which is bound already at ${formatLocation(earlier.location)}`;
      return [problem({ location, shapeId: shape.id, message, help: "Keep one of the two." })];
    }),
  );
};

const boundBy = (shape: ServiceShape | ResourceShape): readonly Reference[] => [
  ...(shape.type === "resource" ? [...shape.lifecycle.values(), ...shape.collectionOperations] : []),
  ...shape.operations,
  ...shape.resources,
];
