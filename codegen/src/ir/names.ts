import { shapeName } from "../model/lookup.js";
import type { ServiceShape, ShapeId } from "../model/model.js";

/** @returns the name that a shape has within a service, renames heeded */
export const nameInService = (service: ServiceShape, id: ShapeId): string =>
  service.rename.get(id) ?? shapeName(id);

/** Orders by code units, so that the order is the same on every machine. */
export const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Orders by name, and what has the same name in two namespaces by id. */
export const byName = (left: Named, right: Named): number =>
  byText(left.name, right.name) || byText(left.id ?? "", right.id ?? "");

interface Named {
  readonly name: string;
  readonly id?: ShapeId;
}
