/** A place in a model file. */
export interface SourceLocation {
  /** Path as the user gave it, relative to the working directory where it lies below. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/** `file:line:column`, which terminals and editors turn into a link. */
export const formatLocation = ({ file, line, column }: SourceLocation): string => `${file}:${line}:${column}`;
