import { performance } from "node:perf_hooks";
import type { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { commandOf } from "./world.js";

/** Calls with which this machine shows how fast it is; the first ones load and compile what all need. */
const TRIES = { first: 40, measured: 80, atATime: 40 };

/** How many times as long an attempt may take as if all calls were busy at once: those that are measured are small ones. */
const MARGIN = 16;

/** Milliseconds that an attempt may take on the fastest of machines, and on the slowest: a run is to come to its end. */
const LIMITS = { least: 6000, most: 20_000 };

/**
 * Finds a limit for an attempt that only a fault will pass: on a machine that is slow, or busy with other things, a service
 * that answers must not look like one that is silent.
 *
 * @param concurrency - calls at a time that are to come
 * @returns milliseconds
 */
export const calibrate = async (
  clients: readonly AmplifyBackendClient[],
  concurrency: number,
): Promise<number> => {
  await makeCalls(clients, TRIES.first);
  const start = performance.now();
  await makeCalls(clients, TRIES.measured);
  const perCall = (performance.now() - start) / TRIES.measured;
  return Math.round(Math.min(Math.max(LIMITS.least, MARGIN * concurrency * perCall), LIMITS.most));
};

const makeCalls = async (clients: readonly AmplifyBackendClient[], count: number): Promise<void> => {
  let left = count;
  const lane = async (_: unknown, number: number): Promise<void> => {
    const client = clients[number % clients.length];
    while (left-- > 0) await client?.send(commandOf("ListS3Buckets", {}));
  };
  await Promise.all(Array.from({ length: TRIES.atATime }, lane));
};
