import crypto from "node:crypto";
import { jest } from "@jest/globals";

const NOW = new Date("2026-01-02T03:04:05.678Z");

/** Stops the clock, timers excepted, and hands out the same ids in every run. */
export const fixWorld = (): void => {
  jest.useFakeTimers({
    now: NOW,
    doNotFake: [
      "hrtime",
      "nextTick",
      "performance",
      "queueMicrotask",
      "setImmediate",
      "clearImmediate",
      "setInterval",
      "clearInterval",
      "setTimeout",
      "clearTimeout",
    ],
  });
  jest.spyOn(crypto, "randomUUID").mockReturnValue("00000000-0000-4000-8000-000000000001");
};

/** Lets the world go on. */
export const releaseWorld = (): void => {
  jest.restoreAllMocks();
  jest.useRealTimers();
};
