// Copied by tinsmith from model/extensions/local/intercept.ts. Do not edit: change that file and run `npm run generate`.
import {
  type CallContext,
  type Clock,
  HostError,
  type HostResponse,
  type Interceptor,
  sleep,
  textResponse,
} from "@tinsmith/runtime/host";
import type { CallFault, FaultQueue, ResponseFault } from "./faults.js";

/** Delays calls, and lets staged faults befall them. */
export const createInterceptor =
  (faults: FaultQueue, clock: Clock, latency: number | ((operation: string) => number)): Interceptor =>
  async ({ operation }: CallContext, proceed) => {
    const delay = typeof latency === "number" ? latency : latency(operation);
    if (delay > 0) await sleep(clock, delay);
    const fault = faults.takeCallFault(operation);
    return fault === undefined ? proceed() : befall(fault, proceed);
  };

const befall = async (fault: CallFault, proceed: () => Promise<HostResponse>): Promise<HostResponse> => {
  switch (fault.kind) {
    case "throttling":
      throw new HostError({
        name: "TooManyRequestsException",
        message: "Too many requests",
        members: { LimitType: fault.limitType },
      });
    case "error":
      throw new HostError({
        name: fault.name,
        message: fault.message ?? `Staged ${fault.name}`,
        members: fault.members ?? {},
        ...(fault.status === undefined ? {} : { status: fault.status }),
      });
    default:
      if (fault.isExecuted === true) await proceed();
      return respond(fault);
  }
};

const respond = ({ statusCode, headers = {}, body = "" }: ResponseFault): HostResponse =>
  textResponse(statusCode, headers, body);
