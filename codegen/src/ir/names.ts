import { shapeName } from "../model/lookup.js";
import type { ServiceShape, ShapeId } from "../model/model.js";

/** @returns the name that a shape has within a service, renames heeded */
export const nameInService = (service: ServiceShape, id: ShapeId): string =>
  service.rename.get(id) ?? shapeName(id);

/** Orders by code units, so that the order is the same on every machine. */
export const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Orders by name. */
export const byName = (left: { readonly name: string }, right: { readonly name: string }): number =>
  byText(left.name, right.name);
