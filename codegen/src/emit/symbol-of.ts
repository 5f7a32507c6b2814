import type { ShapeReferenceIr } from "../ir/shape-ir.js";
import type { ShapeId } from "../model/model.js";
import type { CodeSymbol } from "../plan/code-symbol.js";
import type { AggregateSymbols, ErrorSymbols, OperationSymbols, PackagePlan } from "../plan/package-plan.js";

/** A plan that lacks what it should name: a bug of the generator. */
export class IncompletePlanError extends Error {
  override readonly name = "IncompletePlanError";
}

/** @returns the symbols of a structure or union */
export const aggregateSymbols = (plan: PackagePlan, id: ShapeId): AggregateSymbols =>
  found(plan.aggregates.get(id), id);

/** @returns the symbols of an operation */
export const operationSymbols = (plan: PackagePlan, id: ShapeId): OperationSymbols =>
  found(plan.operations.get(id), id);

/** @returns the symbols of an error */
export const errorSymbols = (plan: PackagePlan, id: ShapeId): ErrorSymbols => found(plan.errors.get(id), id);

/** @returns the symbol of an enum */
export const enumSymbol = (plan: PackagePlan, id: ShapeId): CodeSymbol => found(plan.enums.get(id), id);

/** @returns the symbol of the type that stands for a shape */
export const symbolOf = (plan: PackagePlan, { kind, id }: ShapeReferenceIr): CodeSymbol =>
  kind === "enum" ? enumSymbol(plan, id) : aggregateSymbols(plan, id).type;

function found<Symbols>(symbols: Symbols | undefined, id: ShapeId): Symbols {
  if (symbols === undefined) throw new IncompletePlanError(`The plan names nothing for ${id}.`);
  return symbols;
}
