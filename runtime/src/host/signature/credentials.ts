/** A caller whom the host knows; fits as the credentials of any client, ours or AWS's. */
export interface HostCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Session token that temporary credentials come with. */
  readonly sessionToken?: string;
  /** Instant from which the credentials are refused. */
  readonly expiration?: Date;
}

/** Finds a caller by access key id. */
export type CredentialsLookup = (
  accessKeyId: string,
) => HostCredentials | undefined | Promise<HostCredentials | undefined>;

/** The lookup over a fixed list of callers. */
export const lookupIn =
  (known: readonly HostCredentials[]): CredentialsLookup =>
  (accessKeyId) =>
    known.find((credentials) => credentials.accessKeyId === accessKeyId);
