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

/** A location whose line and column are found when first read: a model has many places and few problems. */
export const lazyLocation = (
  file: string,
  find: () => Pick<SourceLocation, "line" | "column">,
): SourceLocation => {
  let found: Pick<SourceLocation, "line" | "column"> | undefined;
  const place = (): Pick<SourceLocation, "line" | "column"> => {
    found ??= find();
    return found;
  };
  return {
    file,
    get line(): number {
      return place().line;
    },
    get column(): number {
      return place().column;
    },
  };
};
