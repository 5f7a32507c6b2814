/** What came of a call, whoever's client made it. */
export type Outcome = { readonly output: Readonly<Record<string, unknown>> } | { readonly failure: Failure };

/** An error as far as a client tells of it. */
export interface Failure {
  /** e.g. `NotFoundException`. */
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** Status code of the response. */
  readonly status?: number | undefined;
  /** What the error says besides, by the model's names. */
  readonly members?: Readonly<Record<string, unknown>> | undefined;
}

/** A client of AmplifyBackend that is connected to a service. */
export interface ConnectedClient {
  call(operation: string, input: object): Promise<Outcome>;
  /** Lists an environment's jobs, page by page to the end, in the client's own way. */
  listJobs(input: object, pageSize: number): Promise<Outcome>;
  close(): void;
}

/** Where a service is, and who may call it. */
export interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** How often each client makes a call at most. */
export const MAX_ATTEMPTS = 2;

/** Nothing is nothing, spelled null, undefined, or not at all. */
export const withoutNothing = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNothing(member)]));
};
