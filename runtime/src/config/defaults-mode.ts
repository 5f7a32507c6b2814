/** A set of defaults by where the client and the service are; `auto` finds out. */
export type DefaultsMode = "standard" | "in-region" | "cross-region" | "mobile" | "legacy" | "auto";

/** What `auto` turns into, too. */
export type ResolvedDefaultsMode = Exclude<DefaultsMode, "auto">;

/** The modes, as settings name them. */
export const DEFAULTS_MODES: readonly string[] = [
  "standard",
  "in-region",
  "cross-region",
  "mobile",
  "legacy",
  "auto",
];

/**
 * Milliseconds that each mode gives a connection to be set up: all that modes change here, as in AWS's clients, whose
 * retry mode is `standard` in each of them. `legacy` leaves it to the handler.
 */
export const CONNECTION_TIMEOUTS: Readonly<Record<ResolvedDefaultsMode, number | undefined>> = {
  standard: 3100,
  "in-region": 1100,
  "cross-region": 3100,
  mobile: 30_000,
  legacy: undefined,
};
