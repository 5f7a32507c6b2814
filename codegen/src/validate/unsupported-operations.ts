import { findShape, membersOf } from "../model/lookup.js";
import type { Model, OperationShape, Reference, ShapeId } from "../model/model.js";
import { serviceOperations } from "../model/service-operations.js";

/** An operation that no client can be made for, and why. */
export interface UnsupportedOperation {
  readonly operation: OperationShape;
  /** Completes "… is left out: it". */
  readonly reason: string;
}

/** The operations of a service that are left out: for now those that send or receive streams of events. */
export const unsupportedOperations = (model: Model, serviceId: ShapeId): readonly UnsupportedOperation[] => {
  const service = findShape(model, serviceId);
  if (service?.type !== "service") return [];
  return serviceOperations(model, service).flatMap((operation) => {
    const sends = hasEventStream(model, operation.input);
    const receives = hasEventStream(model, operation.output);
    if (!sends && !receives) return [];
    const verbs = [...(sends ? ["sends"] : []), ...(receives ? ["receives"] : [])].join(" and ");
    return [{ operation, reason: `${verbs} a stream of events` }];
  });
};

const hasEventStream = (model: Model, { target }: Reference): boolean => {
  const shape = findShape(model, target);
  if (shape === undefined) return false;
  return membersOf(shape).some((member) => {
    const { type, traits } = findShape(model, member.target) ?? {};
    return type === "union" && traits?.has("smithy.api#streaming") === true;
  });
};
