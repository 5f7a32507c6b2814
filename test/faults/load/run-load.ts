import { clearInterval, clearTimeout, setInterval, setTimeout } from "node:timers";
import { setTimeout as pause } from "node:timers/promises";
import type { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { type Cell, isAlone } from "../plan/cells.js";
import type { PlannedCall, Transport } from "../plan/plan-calls.js";
import type { Exchange, FaultPlan } from "../proxy/exchange.js";
import { type CallRecord, openRecord } from "./call-record.js";
import type { ClientFactory } from "./clients.js";
import { startGate } from "./gate.js";
import { sendCall } from "./send-call.js";
import { type AnyCommand, commandOf } from "./world.js";

/** What calls are made against. */
export interface LoadWorld {
  readonly servicePort: number;
  readonly plan: FaultPlan;
  readonly exchanges: Exchange[];
  readonly clients: ClientFactory;
  /** Clients that calls share; several, since the calls of one also share what may be spent on repetitions. */
  readonly shared: Readonly<Record<Transport, readonly AmplifyBackendClient[]>>;
  /** Faults of connections, by which no exchange was known yet. */
  readonly connectionFaults: Map<string, Cell>;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** A signal that outlives all calls. */
  readonly longSignal: AbortSignal;
  /** Connections that calls with a client of their own left open, after it was destroyed. */
  leftOpen: number;
}

/** How calls are made. */
export interface LoadOptions {
  /** Calls at a time. */
  readonly concurrency: number;
  /** Hears of each call that ended. */
  readonly onSettled: () => void;
}

/** Milliseconds between the first calls of two lanes: not all of them are to ask for a connection at once. */
const STAGGER = 20;

/** Milliseconds of idleness, many times what a connection may have had that carries what must not be repeated. */
const STALE = 1100;

/** Milliseconds without any call's end after which those that are left are taken never to end. */
const PATIENCE = 60_000;

/** Makes all calls, so many at a time, until all have ended, or none does any more. */
export const runLoad = async (
  world: LoadWorld,
  calls: readonly PlannedCall[],
  commands: readonly AnyCommand[],
  { concurrency, onSettled }: LoadOptions,
): Promise<CallRecord[]> => {
  const records = calls.map(openRecord);
  const silence = watchSilence(PATIENCE);
  let next = 0;
  const lane = async (_: unknown, number: number): Promise<void> => {
    await pause(number * STAGGER);
    for (let index = next++; index < records.length; index = next++) {
      const [record, command] = [records[index], commands[index]];
      if (record === undefined || command === undefined) return;
      await makeCall(world, record, command);
      silence.heard();
      onSettled();
    }
  };
  await Promise.race([Promise.all(Array.from({ length: concurrency }, lane)), silence.tooLong]);
  silence.stop();
  return records;
};

const watchSilence = (patience: number) => {
  let last = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setInterval(() => performance.now() - last > patience && resolve(), 250);
  });
  const heard = (): void => {
    last = performance.now();
  };
  return { tooLong, heard, stop: () => clearInterval(timer) };
};

const makeCall = async (world: LoadWorld, record: CallRecord, command: AnyCommand): Promise<void> => {
  const { timeout } = world;
  const { transport, seed, faults, abortAfter } = record.plan;
  const controller = new AbortController();
  const timer = abortAfter === undefined ? undefined : setTimeout(() => controller.abort(), abortAfter);
  const abortSignal = abortAfter === undefined ? world.longSignal : controller.signal;
  const lonely = faults.find((cell) => cell !== undefined && isAlone(cell));
  const client = world.shared[transport][seed % world.shared[transport].length];
  if (lonely !== undefined) await makeLonelyCall(world, record, command, lonely, abortSignal);
  else if (client !== undefined) await sendCall(record, { client, command, abortSignal, timeout });
  clearTimeout(timer);
};

/** Makes a call with a client, and connections, that no other call uses. */
const makeLonelyCall = async (
  world: LoadWorld,
  record: CallRecord,
  command: AnyCommand,
  cell: Cell,
  abortSignal: AbortSignal,
): Promise<void> => {
  const { plan } = record;
  const { servicePort, exchanges, timeout } = world;
  const isSecure = plan.transport === "tunnel";
  const gate = await startGate({ servicePort, plan: world.plan, exchanges, isSecure }, cell);
  const client = world.clients.create(plan.transport, gate.proxy.port);
  if (cell.position === "between calls") {
    const before = openRecord({ ...plan, id: `${plan.id}-before`, form: "safeSend" });
    const nothing = new AbortController().signal;
    await sendCall(before, {
      client,
      command: commandOf("ListS3Buckets", {}),
      abortSignal: nothing,
      timeout,
    });
    if (cell.fault === "stale") await pause(STALE);
  }
  const beforeAttempt = async (attempt: number): Promise<void> => (attempt === 2 ? gate.open() : undefined);
  await sendCall(record, { client, command, abortSignal, timeout, beforeAttempt });
  if (gate.isHit()) world.connectionFaults.set(plan.id, cell);
  client.destroy();
  if (plan.transport !== "fetch" && !(await settles(() => gate.proxy.open.size === 0))) world.leftOpen++;
  await gate.proxy.close();
};

/** Whether something comes true within two seconds. */
export const settles = async (isTrue: () => boolean): Promise<boolean> => {
  for (let waited = 0; waited < 2000 && !isTrue(); waited += 20) {
    await pause(20);
  }
  return isTrue();
};
