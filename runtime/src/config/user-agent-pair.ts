/** A name and maybe a version, as user agents list them. */
export type UserAgentPair = readonly [name: string, version?: string | undefined];
