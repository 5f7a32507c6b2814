import type { AbortSignalLike } from "./abort-signal.js";

/** All that follow one signal, by one listener. */
interface Followers {
  readonly all: Set<() => void>;
  readonly tell: () => void;
}

/** Shared by whatever follows a signal: of more than ten listeners on one, Node warns as of a leak. */
const known = new WeakMap<AbortSignalLike, Followers>();

/**
 * Tells when a signal ends; at once where it has.
 *
 * @returns what forgets the signal; the last that does takes the listener off
 */
export function followSignal(signal: AbortSignalLike, onAbort: () => void): () => void {
  if (signal.aborted) {
    onAbort();
    return () => {};
  }
  const followers = known.get(signal) ?? listen(signal);
  followers.all.add(onAbort);
  return () => {
    followers.all.delete(onAbort);
    if (followers.all.size > 0) return;
    known.delete(signal);
    try {
      signal.removeEventListener("abort", followers.tell);
    } catch {
      // Whatever the call ended in counts.
    }
  };
}

function listen(signal: AbortSignalLike): Followers {
  const all = new Set<() => void>();
  const followers = {
    all,
    tell: (): void => {
      for (const onAbort of all) onAbort();
    },
  };
  signal.addEventListener("abort", followers.tell, { once: true });
  known.set(signal, followers);
  return followers;
}
