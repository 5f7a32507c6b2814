/** Keys that open nothing. */
export const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" };

/** What the story happens in. Plain data: it goes to wherever the platform is. */
export interface World {
  /** Where the service is; what its answers are like is the first segment of the path, see `startService`. */
  readonly service: string;
  /** The same service, closing connections that were idle for `hastyTimeout` milliseconds. */
  readonly hasty: string;
  readonly hastyTimeout: number;
  /** Where nobody listens. */
  readonly nowhere: string;
  readonly seed: number;
  /** Tries of each property. */
  readonly runs: number;
  /** Whether the platform sends a request again by itself when a used connection drops, which no client can prevent. */
  readonly resends: boolean;
}
