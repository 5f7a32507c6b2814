import { abortable } from "../../common/abortable.js";
import { writeLog } from "../../common/logger.js";
import { blotOut } from "../../protocol/echoes.js";
import type { RawResponse } from "../../protocol/raw-response.js";
import { annotate } from "../annotate.js";
import type { CallContext } from "../call-context.js";
import type { CallError, Hook, Hooks, RetryHookEvent } from "./hooks.js";
import { splitHeaders } from "./secret-parts.js";

/** Tells the hooks of a response, without the secrets of request and response. @throws AbortError */
export function observeResponse(
  context: CallContext,
  { statusCode, headers }: RawResponse,
  duration: number,
  secrets: () => readonly string[],
): Promise<void> | undefined {
  const { operation, progress } = context;
  if (!context.hooks.some(({ onResponse }) => onResponse)) return undefined;
  return observe(context, context.hooks, "onResponse", () => ({
    operation: operation.name,
    attempt: progress.attempts,
    response: { statusCode, headers: splitHeaders(operation.output, blotOut(headers, secrets())).shown },
    duration,
  }));
}

/** Tells the hooks that another attempt is due. @throws AbortError */
export function observeRetry(
  context: CallContext,
  error: Error,
  { reason, delay }: Pick<RetryHookEvent, "reason" | "delay">,
): Promise<void> {
  const { operation, progress, hooks } = context;
  return observe(context, hooks, "onRetry", () => ({
    operation: operation.name,
    attempt: progress.attempts,
    error: annotate(error, context),
    reason,
    delay,
  }));
}

/** Tells all hooks what a call failed with, even after an abort; an aborted call does not wait for them. */
export async function observeError(context: CallContext, error: CallError): Promise<void> {
  const event = { operation: context.operation.name, error, $metadata: error.$metadata };
  for (const hooks of context.hooks) {
    // The call's own error is the one to throw.
    await observe(context, [hooks], "onError", () => ({ ...event })).catch(() => {});
  }
}

type Observing = Exclude<keyof Hooks, "onRequest">;
type EventOf<Name extends Observing> = Parameters<NonNullable<Hooks[Name]>>[0];

/** Runs the hooks of one name; a hook that fails is logged, and changes nothing. */
async function observe<Name extends Observing>(
  context: CallContext,
  all: readonly Hooks[],
  name: Name,
  event: () => EventOf<Name>,
): Promise<void> {
  for (const hooks of all) {
    const hook = hooks[name] as Hook<EventOf<Name>> | undefined;
    if (hook !== undefined) await abortable(run(context, name, hook, event()), context.signal);
  }
}

async function run<Event>(
  { config, operation }: CallContext,
  name: string,
  hook: Hook<Event>,
  event: Event,
): Promise<void> {
  try {
    await hook(event);
  } catch (error) {
    writeLog(config.logger, "warn", () => `The hook ${name} failed in ${operation.name}: ${String(error)}`);
  }
}
