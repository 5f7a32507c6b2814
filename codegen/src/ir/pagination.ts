import type { Model, OperationShape, ServiceShape } from "../model/model.js";
import type { PaginationIr } from "./operation-ir.js";
import { present } from "./present.js";
import { asString, recordTrait } from "./traits.js";

/**
 * Reads the `paginated` trait; what an operation leaves out it takes from its service's.
 *
 * @returns nothing where the operation has no such trait
 */
export function paginationOf(
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
): PaginationIr | undefined {
  const own = recordTrait(operation.traits, "smithy.api#paginated");
  if (own === undefined) return undefined;
  const merged = { ...recordTrait(service.traits, "smithy.api#paginated"), ...own };
  const inputToken = asString(merged["inputToken"]);
  const outputToken = asString(merged["outputToken"]);
  if (inputToken === undefined || outputToken === undefined) return undefined;
  const pageSize = asString(merged["pageSize"]);
  return present({
    inputToken,
    outputToken: outputToken.split("."),
    // A page size that the whole service names is only meant where the input has such a member.
    pageSize: pageSize !== undefined && hasInputMember(model, operation, pageSize) ? pageSize : undefined,
    items: asString(merged["items"])?.split("."),
  });
}

function hasInputMember(model: Model, operation: OperationShape, name: string): boolean {
  const input = model.shapes.get(operation.input.target);
  return input?.type === "structure" && input.members.has(name);
}
