import { findShape } from "./lookup.js";
import type { Model, OperationShape, Reference, ResourceShape, ServiceShape } from "./model.js";

/** The operations of a service, its resources' included, each once, sorted by id. */
export const serviceOperations = (model: Model, service: ServiceShape): readonly OperationShape[] => {
  const resources = serviceResources(model, service);
  const references = [...service.operations, ...resources.flatMap(resourceOperations)];
  const operations = new Map<string, OperationShape>();
  for (const { target } of references) {
    const shape = findShape(model, target);
    if (shape?.type === "operation") operations.set(target, shape);
  }
  return [...operations.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** The resources of a service and the resources below them, each once. */
export const serviceResources = (model: Model, service: ServiceShape): readonly ResourceShape[] => {
  const found = new Map<string, ResourceShape>();
  const visit = (references: readonly Reference[]): void => {
    for (const { target } of references) {
      const shape = findShape(model, target);
      if (shape?.type !== "resource" || found.has(target)) continue;
      found.set(target, shape);
      visit(shape.resources);
    }
  };
  visit(service.resources);
  return [...found.values()];
};

/** All that a resource binds, its sub-resources aside. */
const resourceOperations = (resource: ResourceShape): readonly Reference[] => [
  ...resource.lifecycle.values(),
  ...resource.operations,
  ...resource.collectionOperations,
];
