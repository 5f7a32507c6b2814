import type { AbortSignalLike } from "./abort-signal.js";
import { abortable, throwIfAborted } from "./abortable.js";
import { knownAnswer, type Provider } from "./provider.js";

/**
 * Work in steps, any of which may have to wait for a promise, and mostly has not: but for the first one, a call knows its
 * region, its keys and so on. An `await` takes several objects and a turn of the queue for each of them: a tenth of the time
 * that a call takes besides the network.
 */
export type Steps<Result> = Generator<PromiseLike<unknown>, Result, unknown>;

/** Asks a provider, and waits for it only where the answer is not known. */
export function* ask<Value>(provider: Provider<Value>): Steps<Value> {
  const known = knownAnswer(provider);
  return known === undefined ? yield* settle(provider()) : known.value;
}

/** Waits for what is still to come. */
export function* settle<Value>(value: Value | PromiseLike<Value>): Steps<Value> {
  return isPromise(value) ? ((yield value) as Value) : value;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  // Not by its class: what signs or retries may be of the user's own.
  return typeof (value as PromiseLike<unknown> | undefined | null)?.then === "function";
}

/**
 * Takes all steps: at once where none has to wait. Otherwise waits no longer than a signal allows, and takes none any
 * more once it has ended.
 *
 * @throws AbortError, TimeoutError where the call's time is up, or what a step fails with
 */
export function takeSteps<Result>(
  steps: Steps<Result>,
  signal: AbortSignalLike | undefined,
): Result | Promise<Result> {
  const first = steps.next();
  return first.done ? first.value : abortable(takeFurther(steps, first, signal), signal);
}

async function takeFurther<Result>(
  steps: Steps<Result>,
  first: IteratorResult<PromiseLike<unknown>, Result>,
  signal: AbortSignalLike | undefined,
): Promise<Result> {
  let step = first;
  while (!step.done) {
    let value: unknown;
    try {
      value = await step.value;
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    throwIfAborted(signal);
    step = steps.next(value);
  }
  return step.value;
}
