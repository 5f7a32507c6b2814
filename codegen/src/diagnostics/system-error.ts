import type { Attempt } from "./attempt.js";
import { problem } from "./outcome.js";

/** What the codes of the system mean, in words. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "not permitted"],
  ["EROFS", "the file system is read-only"],
  ["ENOSPC", "no space is left"],
  ["ENOENT", "it does not exist"],
  ["ENOTDIR", "a part of its path is a file"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "its links lead in a circle"],
  ["ENAMETOOLONG", "its name is too long"],
  ["EMFILE", "too many files are open"],
]);

/** The code of an error of the operating system; Jest's realms make `instanceof` unreliable. */
export const systemCode = (error: unknown): string | undefined => {
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  const call: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "syscall") : undefined;
  return typeof code === "string" && typeof call === "string" ? code : undefined;
};

/** Why the operating system refused; undefined where it is an error of another kind. */
export const systemReason = (error: unknown): string | undefined => {
  const code = systemCode(error);
  return code && `${REASONS.get(code) ?? "the system refuses"} (${code})`;
};

/**
 * Does something with a file or folder; what the system refuses becomes a diagnostic.
 * @param file - as it is shown.
 * @param verb - completes "cannot be …".
 */
export const attemptOnDisk = async <Value>(
  file: string,
  verb: string,
  act: () => Promise<Value>,
): Promise<Attempt<Value>> => {
  try {
    return { value: await act(), diagnostics: [] };
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    const location = { file, line: 1, column: 1 };
    return {
      value: undefined,
      diagnostics: [problem({ location, message: `cannot be ${verb}: ${reason}` })],
    };
  }
};
