import type { OperationShape, ServiceShape } from "../model/model.js";
import type { PaginationIr } from "./operation-ir.js";
import { present } from "./present.js";
import { asString, recordTrait } from "./traits.js";

/**
 * Reads the `paginated` trait; what an operation leaves out it takes from its service's.
 *
 * @returns nothing where the operation has no such trait
 */
export function paginationOf(service: ServiceShape, operation: OperationShape): PaginationIr | undefined {
  const own = recordTrait(operation.traits, "smithy.api#paginated");
  if (own === undefined) return undefined;
  const merged = { ...recordTrait(service.traits, "smithy.api#paginated"), ...own };
  const inputToken = asString(merged["inputToken"]);
  const outputToken = asString(merged["outputToken"]);
  if (inputToken === undefined || outputToken === undefined) return undefined;
  return present({
    inputToken,
    outputToken: outputToken.split("."),
    pageSize: asString(merged["pageSize"]),
    items: asString(merged["items"])?.split("."),
  });
}
