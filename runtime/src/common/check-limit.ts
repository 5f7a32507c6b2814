import { ConfigurationError } from "../errors/configuration-error.js";

/** @returns a limit in milliseconds, as it is @throws {@link ConfigurationError} where it is none that a timer can keep */
export function checkLimit(name: string, limit: number): number {
  if (Number.isFinite(limit) && limit >= 0) return limit;
  throw new ConfigurationError(
    `${name} must be a number of milliseconds, or 0 for no limit; it is ${typeof limit === "number" ? limit : `a ${typeof limit}`}.`,
  );
}
