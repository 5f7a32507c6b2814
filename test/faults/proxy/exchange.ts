import { Random } from "../../../scripts/lib/random.js";
import type { Cell } from "../plan/cells.js";
import type { MessageHead } from "./message-reader.js";
import { requestOffset } from "./request-fault.js";

/** Says what goes wrong. */
export interface FaultPlan {
  readonly seed: number;
  /** Which fault befalls an attempt, if one does; attempts count from 1. */
  faultOf(call: string, attempt: number): Cell | undefined;
}

/** One attempt as it came to the proxy, and what became of it there. */
export interface Exchange {
  readonly call: string;
  readonly attempt: number;
  readonly invocationId: string;
  readonly cell: Cell | undefined;
  /** Where in the request the fault befalls it; infinite where it does not. */
  readonly offset: number;
  readonly random: Random;
  /** Bytes of the whole request. */
  readonly length: number;
  /** Bytes of the request that have come. */
  received: number;
  /** Bytes of it that have gone on to the service. */
  sent: number;
  /** Whether the fault happened. */
  isHit: boolean;
  /** Whether the service's own answer went to the client as it was, to the last byte. */
  isDelivered: boolean;
  /** Status of the service's own answer. */
  status: number | undefined;
}

/** Header that says which call of the suite a request is for. */
export const CALL_HEADER = "x-fault-call";

/** Reads from a request's head which attempt it is. */
export const openExchange = (head: MessageHead, plan: FaultPlan): Exchange => {
  const call = head.header(CALL_HEADER) ?? "";
  const attempt = Number(/attempt=(\d+)/.exec(head.header("amz-sdk-request") ?? "")?.[1]);
  const cell = plan.faultOf(call, attempt);
  const random = new Random(plan.seed, Number.parseInt(call.slice(1), 10), attempt);
  return {
    call,
    attempt,
    invocationId: head.header("amz-sdk-invocation-id") ?? "",
    cell,
    offset: (cell && requestOffset(head, cell, random)) ?? Number.POSITIVE_INFINITY,
    random,
    length: head.bytes.length + head.bodyLength,
    received: 0,
    sent: 0,
    isHit: false,
    isDelivered: false,
    status: undefined,
  };
};
