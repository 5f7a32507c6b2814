import type { Row } from "../result.js";
import type { World } from "../world.js";

/** What every measurement is given. */
export interface Context {
  readonly world: World;
  /** Where the service listens. */
  readonly endpoint: string;
  readonly quick: boolean;
  /** Says on the terminal what is being done. */
  tell(doing: string): void;
}

/** Measures what belongs together. */
export type Measure = (context: Context) => Promise<readonly Row[]>;
