import type { JobIdentifiers } from "./job-descriptor.js";

/** Reads identifiers from several objects, of which the first that has one decides. */
export function identifiersOf(names: readonly string[], ...sources: readonly object[]): JobIdentifiers {
  const found = names.flatMap((name) => {
    const value = sources.map((source) => textOf(source, name)).find((each) => each !== undefined);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/** @returns a member that is a text and not empty */
export function textOf(source: object, name: string | undefined): string | undefined {
  const value = name === undefined ? undefined : (source as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** @returns those that have no value */
export function missingOf(names: readonly string[], identifiers: JobIdentifiers): readonly string[] {
  return names.filter((name) => !Object.hasOwn(identifiers, name));
}

/** For messages, e.g. `AppId d1a2b3c4example5, JobId 5f0e`. */
export function describeIdentifiers(identifiers: JobIdentifiers): string {
  return Object.entries(identifiers)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
