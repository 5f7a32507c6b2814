import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import type { Model, OperationShape, ServiceShape, ShapeId } from "../model/model.js";
import { buildError } from "./build-error.js";
import { buildOperation, httpOf } from "./build-operation.js";
import { buildShapes } from "./build-shapes.js";
import { operationIds } from "./closure.js";
import { documentationOf } from "./documentation.js";
import { eventStreamOf } from "./event-stream.js";
import { byName, shapeName } from "./names.js";
import type { OperationIr } from "./operation-ir.js";
import { packageOf } from "./package.js";
import { identityOf } from "./service-identity.js";
import type { ServiceIr } from "./service-ir.js";
import { operationOf } from "./shape-access.js";
import { usageOf } from "./usage.js";

/**
 * Derives from a model everything that the code of one of its services is made from.
 *
 * Operations that cannot be supported are left out, each with a warning.
 */
export function buildService(model: Model, serviceId: ShapeId): Outcome<ServiceIr> {
  const service = model.shapes.get(serviceId);
  if (service?.type !== "service") return { ok: false, diagnostics: [noSuchService(model, serviceId)] };
  const shapes = operationIds(model, service).map((id) => operationOf(model, id));
  const judged = shapes.map((shape) => judgeOperation(model, shape));
  const diagnostics = judged.flatMap(({ problem }) => problem ?? []);
  if (diagnostics.some(({ severity }) => severity === "error")) return { ok: false, diagnostics };
  const supported = judged.flatMap(({ shape, problem }) => (problem === undefined ? shape : []));
  return { ok: true, value: assemble(model, service, supported), diagnostics };
}

function assemble(model: Model, service: ServiceShape, shapes: readonly OperationShape[]): ServiceIr {
  const usage = usageOf(model, service, shapes);
  const operations = shapes.flatMap((shape): readonly OperationIr[] => {
    const http = httpOf(shape);
    return http === undefined ? [] : [buildOperation(model, service, shape, http)];
  });
  const identity = identityOf(service);
  return {
    kind: "service",
    id: service.id,
    ...identity,
    documentation: documentationOf(service.traits),
    source: service.location.file,
    package: packageOf(model, identity),
    operations: operations.sort(byName),
    errors: [...usage.errors].map((id) => buildError(model, service, id)).sort(byName),
    shapes: buildShapes(model, service, shapes, usage),
  };
}

interface Judgement {
  readonly shape: OperationShape;
  /** Why the operation is left out, or cannot be. */
  readonly problem?: Diagnostic;
}

function judgeOperation(model: Model, shape: OperationShape): Judgement {
  const { location, id: shapeId } = shape;
  const stream = eventStreamOf(model, shape);
  if (stream !== undefined) {
    return {
      shape,
      problem: {
        severity: "warning",
        location,
        shapeId,
        message: `Operation ${shapeName(shapeId)} is left out: ${stream} is an event stream, which is not supported.`,
      },
    };
  }
  if (httpOf(shape) !== undefined) return { shape };
  return {
    shape,
    problem: {
      severity: "error",
      location,
      shapeId,
      message: "The operation has no http trait.",
      help: 'Say its route, e.g. http: { method: "POST", uri: "/things", code: 200 }.',
    },
  };
}

function noSuchService(model: Model, id: ShapeId): Diagnostic {
  const services = [...model.shapes.values()].filter(({ type }) => type === "service");
  return {
    severity: "error",
    location: services[0]?.location ?? { file: "model", line: 1, column: 1 },
    shapeId: id,
    message: `The model has no service ${id}.`,
    help: services.length === 0 ? "Add one." : `It has ${services.map((shape) => shape.id).join(", ")}.`,
  };
}
