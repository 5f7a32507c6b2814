import { jest } from "@jest/globals";

/** Stands in for chance: the same numbers, in the same order, for both clients. */
export const fixedRandom = (numbers: readonly number[]): (() => number) => {
  let next = 0;
  return () => numbers[next++ % numbers.length] ?? 0;
};

/**
 * Lets the official client draw lots from `random`, and wait for nothing: it takes both from the platform. Its retry
 * strategies wait with a promise's own `resolve` as the callback, so that these waits can be told from the handlers' timers.
 *
 * @returns milliseconds of each wait that it wanted, as they come
 */
export const recordOfficialWaits = (random: () => number): number[] => {
  const waits: number[] = [];
  const { setTimeout } = globalThis;
  jest.spyOn(Math, "random").mockImplementation(random);
  jest.spyOn(globalThis, "setTimeout").mockImplementation(((callback: () => void, delay = 0) => {
    if (!isResolve(callback)) return setTimeout(callback, delay);
    waits.push(delay);
    return setTimeout(callback, 0);
  }) as typeof globalThis.setTimeout);
  return waits;
};

/** Gives the platform's own back. */
export const stopRecording = (): void => {
  jest.restoreAllMocks();
};

const isResolve = (callback: () => void): boolean => String(callback).includes("[native code]");
