import type { Model, Reference, ServiceShape, ShapeId } from "../model/model.js";
import { byText } from "./names.js";
import { resourceOf } from "./shape-access.js";

/** @returns the ids of all operations bound to a service, directly or through its resources, sorted */
export function operationIds(model: Model, service: ServiceShape): readonly ShapeId[] {
  const operations = new Set<ShapeId>();
  const resources = new Set<ShapeId>();
  const addResource = (id: ShapeId): void => {
    if (resources.has(id)) return;
    resources.add(id);
    const resource = resourceOf(model, id);
    addAll(operations, [
      ...resource.lifecycle.values(),
      ...resource.operations,
      ...resource.collectionOperations,
    ]);
    for (const child of resource.resources) addResource(child.target);
  };
  addAll(operations, service.operations);
  for (const resource of service.resources) addResource(resource.target);
  return [...operations].sort(byText);
}

function addAll(ids: Set<ShapeId>, references: readonly Reference[]): void {
  for (const { target } of references) ids.add(target);
}
