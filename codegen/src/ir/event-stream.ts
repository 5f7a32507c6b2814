import type { Model, OperationShape } from "../model/model.js";
import { membersOf } from "./shape-access.js";

/** @returns the first input or output member that is a stream of events, as `Structure$member` */
export function eventStreamOf(model: Model, operation: OperationShape): string | undefined {
  for (const { target } of [operation.input, operation.output]) {
    const stream = membersOf(model, target).find((member) => isEventStream(model, member.target));
    if (stream !== undefined) return `${target}$${stream.name}`;
  }
  return undefined;
}

function isEventStream(model: Model, id: string): boolean {
  const shape = model.shapes.get(id);
  return shape?.type === "union" && shape.traits.has("smithy.api#streaming");
}
