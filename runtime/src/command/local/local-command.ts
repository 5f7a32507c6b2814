import type {
  Clock,
  HostCredentials,
  IdGenerator,
  JournalEntry,
  Listener,
  ListenOptions,
} from "@tinsmith/runtime/host";

/** A service in memory, as the command `local` starts it. */
export interface LocalService {
  /** Who may call. */
  readonly credentials: HostCredentials;
  listen(options: ListenOptions): Promise<Listener>;
  /** Lets something go wrong with the next calls. @throws Error that says what is wrong with it */
  stage(...faults: readonly object[]): void;
}

/** What every such service is set up with. */
export interface LocalSettings {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  /** Milliseconds, by `clock`, before a call is looked at. */
  readonly latency: () => number;
  /** The one region that requests may be signed for; any if left out. */
  readonly region?: string | undefined;
  /** How far ahead of its callers' clocks the service takes itself to be, in milliseconds. */
  readonly clockSkew?: number | undefined;
  /** Told of every call once it is answered. */
  readonly onCall?: ((entry: JournalEntry) => void) | undefined;
}

/** An option that one service's command has, and others have not. */
export interface LocalOption<Options extends object> {
  /** As commander writes it, e.g. `--token-lifetime <milliseconds>`. */
  readonly flags: string;
  readonly description: string;
  /** Reads the option's value. @throws RangeError that says what was expected */
  readonly read: (text: string) => Partial<Options>;
}

/** What a package says of its command `local`. */
export interface LocalCommand<Options extends object> {
  /** What the service is called, e.g. `AmplifyBackend`. */
  readonly title: string;
  /** The port to listen on unless told otherwise. */
  readonly port: number;
  readonly options: readonly LocalOption<Options>[];
  readonly create: (settings: LocalSettings, options: Partial<Options>) => Promise<LocalService>;
}
