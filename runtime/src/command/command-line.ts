import type { LocalCommand } from "./local/local-command.js";

/** What a package's command is made from. */
export interface CommandLine<Options extends object> {
  /** What it is called by, e.g. `amplifybackend`. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** The service that its command `local` starts. */
  readonly local: LocalCommand<Options>;
}
