import type { Check } from "./story/checks.js";
import type { Facts, World } from "./story/world.js";

/** What a platform has to work with. */
export interface Stage {
  readonly world: World;
  /** A folder in which the packages are installed from their tarballs; see `writePrograms` for what else is there. */
  readonly project: string;
}

/** Somewhere where the client has to work. */
export interface Platform {
  readonly name: string;
  readonly facts: Facts;
  /** Whether it is had without a large download, and so tried in CI. */
  readonly isCheap: boolean;
  /** Finds it on this machine: a path, or what it would take. */
  readonly find: () => Found | Missing;
  /** Tells the stories there. */
  readonly run: (path: string, stage: Stage) => Promise<Outcome>;
}

export interface Found {
  readonly path: string;
}

export interface Missing {
  readonly missing: string;
}

export interface Outcome {
  readonly version: string;
  readonly checks: readonly Check[];
}
