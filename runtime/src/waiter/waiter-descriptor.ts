import type { Search } from "./search.js";

/**
 * A waiter as the model's `smithy.waiters#waitable` trait describes it.
 *
 * @see https://smithy.io/2.0/additional-specs/waiters.html
 */
export interface WaiterDescriptor {
  /** Waiter name, e.g. `BackendJobCompleted`. */
  readonly name: string;
  /** Least time between two calls, in seconds; defaults to 2. */
  readonly minDelay?: number;
  /** Most time between two calls, in seconds; defaults to 120. */
  readonly maxDelay?: number;
  /** Tried in order after each call; the first that matches decides. */
  readonly acceptors: readonly WaiterAcceptor[];
  /** The runtime's own `loadJmesPath`; absent where all paths are names with dots between them. */
  readonly search?: () => Promise<Search>;
}

/** What it means when a result or error looks like this. */
export interface WaiterAcceptor {
  readonly state: "success" | "failure" | "retry";
  readonly matcher: WaiterMatcher;
}

/** Exactly one way to look at a result or error. */
export type WaiterMatcher =
  | { readonly output: PathMatcher }
  | { readonly inputOutput: PathMatcher }
  | { readonly success: boolean }
  | { readonly errorType: string };

/** Compares what a JMESPath expression finds. */
export interface PathMatcher {
  /** JMESPath expression; of `inputOutput` over `{ input, output }`. */
  readonly path: string;
  readonly expected: string;
  readonly comparator: "stringEquals" | "booleanEquals" | "allStringEquals" | "anyStringEquals";
}
