/** A file to be written below the output folder. */
export interface OutputFile {
  /** POSIX path, relative to the output folder. */
  readonly path: string;
  /** One that begins with `#!` is written as a program, to be run by its path. */
  readonly contents: string;
}
