import { isAbsolute, relative, resolve, sep } from "node:path";

/** A path with slashes, whatever the system. */
export const posix = (path: string): string => path.split(sep).join("/");

/** How a path is shown: POSIX, as it was given, or relative to the working directory where it lies below. */
export const displayPath = (path: string): string => {
  const fromHere = relative(process.cwd(), resolve(path));
  const isBelow = fromHere !== "" && !/^\.\.(?:[/\\]|$)/u.test(fromHere) && !isAbsolute(fromHere);
  return posix(isBelow ? fromHere : path);
};
