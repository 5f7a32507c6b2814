import type { Check } from "./checks.js";
import type { World } from "./world.js";

/** Somewhere else than Node where the client has to work. */
export interface Platform {
  readonly name: string;
  /** What the platform does by itself, and no client can help. */
  readonly facts: Pick<World, "resends">;
  /** Finds it on this machine: a path, or what it would take. */
  readonly find: () => { readonly path: string } | { readonly missing: string };
  /** Tells the story there. */
  readonly run: (
    path: string,
    world: World,
  ) => Promise<{ readonly version: string; readonly checks: readonly Check[] }>;
}
