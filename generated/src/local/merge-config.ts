// Copied by tinsmith from model/extensions/local/merge-config.ts. Do not edit: change that file and run `npm run generate`.
/**
 * A setup with a change laid over it: members that the change has replace those of the setup, structures are
 * merged member by member, lists are replaced whole.
 */
export const mergeConfig = <Config extends object>(config: Config, change: object): Config =>
  // A change has the setup's own members, each of its own kind: the model says so, and the input was validated.
  mergeRecords(
    Object.fromEntries(Object.entries(config)),
    Object.fromEntries(Object.entries(change)),
  ) as Config;

type Fields = Readonly<Record<string, unknown>>;

const mergeRecords = (base: Fields, change: Fields): Fields => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, mergeValues(base[name], value)]),
  ),
});

const mergeValues = (base: unknown, change: unknown): unknown =>
  isFields(base) && isFields(change) ? mergeRecords(base, change) : change;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
