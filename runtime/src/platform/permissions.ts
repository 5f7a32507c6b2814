/**
 * What a program is not allowed to know is unknown to it: Deno throws where environment, system or files are denied.
 *
 * @see https://docs.deno.com/runtime/fundamentals/security/
 */
export function ifAllowed<Value>(look: () => Value): Value | undefined {
  try {
    return look();
  } catch (error) {
    return unlessDenied(error);
  }
}

/** @throws the error, unless it says that something is not allowed */
export function unlessDenied(error: unknown): undefined {
  if (DENIALS.includes((error as Error | undefined)?.name ?? "")) return undefined;
  throw error;
}

/** Names of such errors, since Deno 2 and before. */
const DENIALS: readonly string[] = ["NotCapable", "PermissionDenied"];
