import { ConfigurationError } from "../errors/configuration-error.js";

/** What the runtime needs of an `AbortSignal`; every `AbortSignal` of a platform fits. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** A signal as HTTP handlers of the Smithy ecosystem name it; every `AbortSignal` of a platform fits. */
export interface HandlerAbortSignal extends AbortSignalLike {
  onabort: ((this: never, event: never) => unknown) | null;
}

/** A signal of the `AbortController` that AWS's clients brought along before platforms had one. */
export interface FormerAbortSignal {
  readonly aborted: boolean;
  onabort: unknown;
}

/** The platform's signals for former ones: a former one tells a single listener, and may be passed to several calls. */
const followers = new WeakMap<FormerAbortSignal, AbortSignal>();

/** Reads a signal that a user passed; from JavaScript, null is none. @throws ConfigurationError where it is no signal */
export function readSignal(
  signal: AbortSignalLike | FormerAbortSignal | null | undefined,
): AbortSignalLike | undefined {
  if (signal === undefined || signal === null) return undefined;
  try {
    // An AbortController, say, would never end anything.
    if (typeof signal.aborted !== "boolean") throw new TypeError("It has no `aborted`.");
    return "addEventListener" in signal ? signal : followOnce(signal);
  } catch (cause) {
    throw new ConfigurationError("abortSignal must be an AbortSignal.", { cause });
  }
}

function followOnce(signal: FormerAbortSignal): AbortSignal {
  const known = followers.get(signal) ?? follow(signal);
  followers.set(signal, known);
  return known;
}

function follow(signal: FormerAbortSignal): AbortSignal {
  if (signal.aborted) return AbortSignal.abort();
  const controller = new AbortController();
  signal.onabort = () => controller.abort();
  return controller.signal;
}
