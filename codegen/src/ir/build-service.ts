import type { Model, OperationShape, ServiceShape, ShapeId } from "../model/model.js";
import { serviceOperations } from "../model/service-operations.js";
import { unsupportedOperations } from "../validate/unsupported-operations.js";
import { buildError } from "./build-error.js";
import { buildOperation } from "./build-operation.js";
import { buildShapes } from "./build-shapes.js";
import { documentationOf } from "./documentation.js";
import { byName } from "./names.js";
import { packageOf } from "./package.js";
import { identityOf } from "./service-identity.js";
import type { ServiceIr } from "./service-ir.js";
import { InconsistentModelError } from "./shape-access.js";
import { usageOf } from "./usage.js";

/**
 * Derives from a validated model everything that the code of one of its services is made from.
 * Operations that are not supported are left out: validation has said so.
 *
 * @throws InconsistentModelError if the model is not valid
 */
export function buildService(model: Model, serviceId: ShapeId): ServiceIr {
  const service = model.shapes.get(serviceId);
  if (service?.type !== "service") throw new InconsistentModelError(`The model has no service ${serviceId}.`);
  const operations = supportedOperations(model, service);
  const usage = usageOf(model, service, operations);
  const identity = identityOf(service);
  return {
    kind: "service",
    id: service.id,
    ...identity,
    documentation: documentationOf(service.traits),
    source: service.location.file,
    package: packageOf(model, identity),
    operations: operations.map((operation) => buildOperation(service, operation)).sort(byName),
    errors: [...usage.errors].map((id) => buildError(model, service, id)).sort(byName),
    shapes: buildShapes(model, service, operations, usage),
  };
}

function supportedOperations(model: Model, service: ServiceShape): readonly OperationShape[] {
  const unsupported = new Set(unsupportedOperations(model, service.id).map(({ operation }) => operation.id));
  return serviceOperations(model, service).filter(({ id }) => !unsupported.has(id));
}
