/** A file to be written below the output folder. */
export interface OutputFile {
  /** POSIX path, relative to the output folder. */
  readonly path: string;
  readonly contents: string;
}
