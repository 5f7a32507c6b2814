/**
 * Whether a path stays below the folder that it is relative to: POSIX, no `..`, not absolute, and no
 * form that another system would read otherwise.
 */
export const isManagedPath = (path: string): boolean =>
  path !== "" &&
  !/[\\\0:]/u.test(path) &&
  path.split("/").every((step) => step !== "" && step !== "." && step !== "..");
