/** What `npm test` uses, so that it finds the same today and tomorrow. */
const FIXED_SEED = 20200811;

/** Milliseconds that a test of a property may take: with `--runs 10000`, long. */
export const PROPERTY_TIMEOUT = 3_600_000;

/** How properties of the differential suites are tried. */
export interface PropertySettings {
  readonly seed: number;
  readonly numRuns: number;
}

/**
 * Settings for fast-check: a fixed seed and few runs in `npm test`; with
 * `npm run test:differential -- --runs N --seed S`, those.
 *
 * @param defaultRuns - tries of the property where nobody says how many
 */
export const propertySettings = (defaultRuns: number): PropertySettings => ({
  seed: readNumber("TINSMITH_DIFFERENTIAL_SEED") ?? FIXED_SEED,
  numRuns: readNumber("TINSMITH_DIFFERENTIAL_RUNS") ?? defaultRuns,
});

function readNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`${name} must be a whole number, not ${JSON.stringify(text)}.`);
}
