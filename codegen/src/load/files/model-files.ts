/** A file of the model, found but not yet read. */
export interface FoundFile {
  /** Absolute path, links followed. */
  readonly path: string;
  /** As it is shown: POSIX, relative to the working directory where it lies below. */
  readonly file: string;
  /**
   * As generated code names it: POSIX, from the folder that was given to `--model` on, e.g.
   * `model/job.yaml`. It is the same on every machine, and in whatever folder the command runs.
   */
  readonly source: string;
}

/** A TypeScript file of an `extensions` folder, found but not yet read. */
export interface FoundExtension extends FoundFile {
  /** POSIX path below the `extensions` folder. */
  readonly relativePath: string;
}

/** TypeScript that goes into the generated package as it is. */
export interface ExtensionFile {
  /** POSIX path below the `extensions` folder, e.g. `local/jobs.ts`. */
  readonly path: string;
  /** Where it comes from, as it is shown in diagnostics. */
  readonly file: string;
  /** Where it comes from, as generated code names it, e.g. `model/extensions/local/jobs.ts`. */
  readonly source: string;
  readonly contents: string;
}
