import type { HttpRequest, OperationDescriptor } from "@tinsmith/runtime";
import { receiveRequest } from "../host/in-process-handler.js";
import { readRequest } from "../host/request/read-request.js";
import { createRouter, type RouteMatch } from "../host/router.js";

/** What a request asks for. */
export interface ReadCall {
  readonly operation: OperationDescriptor;
  readonly input: Record<string, unknown>;
}

/** Makes the function that reads requests as the service would. It throws where a request is for none of the operations. */
export function createReader(
  operations: readonly OperationDescriptor[],
): (request: HttpRequest) => Promise<ReadCall> {
  const route = createRouter(operations);
  return async (request) => {
    const received = await receiveRequest(request);
    for (const path of endingsOf(received.path)) {
      const match: RouteMatch | undefined = route({ ...received, path });
      if (match === undefined) continue;
      const { operation, labels } = match;
      return { operation, input: readRequest(operation, received, labels) };
    }
    throw new TypeError(`This mock knows no operation for ${received.method} ${received.path}.`);
  };
}

/** The path, then what is left of it without its first segments: a client's endpoint may have a path of its own. */
function* endingsOf(path: string): Generator<string> {
  for (let start = 0; start >= 0; start = path.indexOf("/", start + 1)) yield path.slice(start);
}
