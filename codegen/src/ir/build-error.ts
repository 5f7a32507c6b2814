import { shapeName } from "../model/lookup.js";
import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import { nameInService } from "./names.js";
import { present } from "./present.js";
import type { ErrorIr } from "./service-ir.js";
import { shapeOf } from "./shape-access.js";
import { numberTrait, recordTrait, stringTrait } from "./traits.js";

/** Builds what is special about an error; its members are built as any structure's. */
export function buildError(model: Model, service: ServiceShape, id: ShapeId): ErrorIr {
  const { traits } = shapeOf(model, id);
  const retryable = recordTrait(traits, "smithy.api#retryable");
  return present({
    kind: "error" as const,
    id,
    name: nameInService(service, id),
    wireName: shapeName(id),
    fault: stringTrait(traits, "smithy.api#error") === "server" ? ("server" as const) : ("client" as const),
    status: numberTrait(traits, "smithy.api#httpError"),
    retryable: retryable && { throttling: retryable["throttling"] === true },
  });
}
