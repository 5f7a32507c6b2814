/** What makes up a {@link HostError}. */
export interface HostErrorOptions {
  /** Error name on the wire, e.g. `NotFoundException`. */
  readonly name: string;
  readonly message: string;
  /** HTTP status; where left out, the one that the model gives the error, else 400 or 500 by its fault. */
  readonly status?: number;
  /** The error's other members, by their names in the model. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Further headers of the response, by lower-case name, e.g. `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error that a service answers with: thrown by a handler, written by the host. */
export class HostError extends Error {
  override readonly name: string;
  readonly status: number | undefined;
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: HostErrorOptions) {
    super(options.message);
    this.name = options.name;
    this.status = options.status;
    this.members = options.members ?? {};
    this.headers = options.headers ?? {};
  }
}
