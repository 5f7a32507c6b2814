// Copied by tinsmith from model/extensions/local/intercept.ts. Do not edit: change that file and run `npm run generate`.
import type { OperationDescriptor } from "@tinsmith/runtime";
import {
  type CallContext,
  type Clock,
  HostError,
  type HostResponse,
  type Interceptor,
  sleep,
  textResponse,
} from "@tinsmith/runtime/host";
import type { FaultQueue } from "./fault-queue.js";
import type { CallFault, DroppedConnectionFault, HtmlPageFault, OutputFault } from "./faults.js";

/** What an interceptor works with. */
export interface InterceptorParts {
  readonly operations: readonly OperationDescriptor[];
  readonly faults: FaultQueue;
  readonly clock: Clock;
  readonly latency: number | ((operation: string) => number);
}

type Proceed = () => Promise<HostResponse>;

/** Delays calls, and lets staged faults befall them. */
export const createInterceptor =
  ({ operations, faults, clock, latency }: InterceptorParts): Interceptor =>
  async ({ operation }: CallContext, proceed) => {
    const delay = typeof latency === "number" ? latency : latency(operation);
    if (delay > 0) await sleep(clock, delay);
    const fault = faults.takeCallFault(operation);
    if (fault !== undefined && fault.kind !== "slow") return befall(fault, proceed);
    if (fault !== undefined) await sleep(clock, fault.milliseconds);
    const response = await proceed();
    const output = response.statusCode < 300 ? faults.takeOutputFault(operation) : undefined;
    return output === undefined ? response : withMembers(response, output, operations);
  };

const befall = async (
  fault: Exclude<CallFault, { readonly kind: "slow" }>,
  proceed: Proceed,
): Promise<HostResponse> => {
  switch (fault.kind) {
    case "throttling":
      throw new HostError({
        name: "TooManyRequestsException",
        message: "Too many requests",
        members: { LimitType: fault.limitType },
        headers: retryAfter(fault),
      });
    case "expiredToken":
      throw new HostError({
        name: "ExpiredTokenException",
        message: "The security token included in the request is expired",
        status: 403,
      });
    case "error":
      throw new HostError({
        name: fault.name,
        message: fault.message ?? `Staged ${fault.name}`,
        members: fault.members ?? {},
        headers: retryAfter(fault),
        ...(fault.status === undefined ? {} : { status: fault.status }),
      });
    case "droppedConnection":
      return drop(fault, proceed);
    default:
      if (fault.isExecuted === true) await proceed();
      return fault.kind === "htmlPage"
        ? htmlPage(fault)
        : textResponse(fault.statusCode, fault.headers ?? {}, fault.body ?? "");
  }
};

const retryAfter = ({ retryAfter: seconds }: { readonly retryAfter?: number | undefined }) =>
  seconds === undefined ? {} : { "retry-after": String(seconds) };

const drop = async (
  { breaks = "before", isExecuted = false }: DroppedConnectionFault,
  proceed: Proceed,
): Promise<HostResponse> => {
  if (breaks === "within") return { ...(await proceed()), breaks };
  if (isExecuted) await proceed();
  return { ...textResponse(0, {}, ""), breaks };
};

const htmlPage = ({ statusCode = 504 }: HtmlPageFault): HostResponse =>
  textResponse(
    statusCode,
    { "content-type": "text/html" },
    `<html>\r\n<head><title>${statusCode}</title></head>\r\n<body><h1>${statusCode}</h1></body>\r\n</html>\r\n`,
  );

/** An answer with other members, past all that the model says of it. */
const withMembers = (
  response: HostResponse,
  { operation, members }: OutputFault,
  operations: readonly OperationDescriptor[],
): HostResponse => {
  const output = operations.find(({ name }) => name === operation)?.output.members ?? {};
  const others = Object.entries(members).map(([name, value]) => [output[name]?.jsonName ?? name, value]);
  const body: object = JSON.parse(new TextDecoder().decode(response.body));
  const text = JSON.stringify({ ...body, ...Object.fromEntries(others) });
  return textResponse(response.statusCode, response.headers, text);
};
