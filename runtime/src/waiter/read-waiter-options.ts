import { ConfigurationError } from "../errors/configuration-error.js";
import type { WaiterConfiguration } from "./waiter-configuration.js";
import type { WaiterDescriptor } from "./waiter-descriptor.js";

const DEFAULT_MIN_DELAY = 2;
const DEFAULT_MAX_DELAY = 120;

/** A waiter's limits of time, in milliseconds. */
export interface WaiterTimes {
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly maxWait: number;
}

/** @throws {@link ConfigurationError} where a waiter could not wait like that */
export function readWaiterOptions(waiter: WaiterDescriptor, config: WaiterConfiguration): WaiterTimes {
  const { maxWaitTime } = config;
  const minDelay = config.minDelay ?? waiter.minDelay ?? DEFAULT_MIN_DELAY;
  const maxDelay = config.maxDelay ?? Math.max(minDelay, waiter.maxDelay ?? DEFAULT_MAX_DELAY);
  if (!(maxWaitTime > 0)) throw new ConfigurationError("maxWaitTime must be more than 0 seconds.");
  if (!(minDelay > 0)) throw new ConfigurationError("minDelay must be more than 0 seconds.");
  if (!(maxDelay >= minDelay)) throw new ConfigurationError("maxDelay must not be less than minDelay.");
  return { minDelay: minDelay * 1000, maxDelay: maxDelay * 1000, maxWait: maxWaitTime * 1000 };
}
