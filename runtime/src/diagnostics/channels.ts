import type { TracingChannel } from "node:diagnostics_channel";
import type { AttemptResult } from "../client/attempt.js";
import type { CallContext } from "../client/call-context.js";
import type { MetadataBearer, ResponseMetadata } from "../client/metadata.js";
import { once } from "../common/once.js";
import { uptime } from "../platform/uptime.js";
import { redact } from "../protocol/redact.js";
import type { HttpRequest } from "../transport/http-handler.js";
import type { AttemptDiagnostics, CallDiagnostics } from "./events.js";

/** What is published of one kind of event; absent where the runtime has no such channels. */
type Channel<Event extends object> = TracingChannel<unknown, Event> | undefined;

/** Made by the first call: who only imports the package has no use for them. */
const channels = once(() => {
  const { tracingChannel } = process.getBuiltinModule("node:diagnostics_channel");
  const calls: Channel<CallDiagnostics> = tracingChannel?.("tinsmith:call");
  const attempts: Channel<AttemptDiagnostics> = tracingChannel?.("tinsmith:attempt");
  return { calls, attempts };
});

/** Calls that were watched when they began, they or their attempts. */
const watched = new WeakMap<CallContext, CallDiagnostics>();

/** Makes a call, and publishes what becomes of it where somebody has subscribed. */
export function traceCall<Output extends MetadataBearer>(
  context: CallContext,
  make: () => Promise<Output>,
): Promise<Output> {
  const { calls, attempts } = channels();
  if (!hasSubscribers(calls) && !hasSubscribers(attempts)) return make();
  const { service, operation } = context;
  const event = { service: service.sdkId, operation: operation.name, input: inputOf(context) };
  watched.set(context, event);
  return publish(calls, event, make);
}

/** Makes an attempt of a call, and publishes what becomes of it where the call is watched. */
export function traceAttempt(
  context: CallContext,
  request: HttpRequest,
  make: () => Promise<AttemptResult>,
): Promise<AttemptResult> {
  const call = watched.get(context);
  return call === undefined ? make() : traceWatched(context, call, request, make);
}

function traceWatched(
  { progress }: CallContext,
  call: CallDiagnostics,
  { method, protocol, hostname, port }: HttpRequest,
  make: () => Promise<AttemptResult>,
): Promise<AttemptResult> {
  const request = { method, protocol, hostname, port };
  const event = { call, attempt: progress.attempts, request };
  let failed: AttemptResult | undefined;
  const makeOrThrow = async (): Promise<Extract<AttemptResult, { success: true }>> => {
    const result = await make();
    if (result.success) return result;
    failed = result;
    throw result.error;
  };
  return publish(channels().attempts, event, makeOrThrow).catch((error) => {
    if (failed === undefined) throw error;
    return failed;
  });
}

/** Not every runtime's tracing channels tell it of themselves. */
function hasSubscribers(channel: TracingChannel | undefined): boolean {
  if (channel === undefined) return false;
  const { start, end, asyncStart, asyncEnd, error } = channel;
  return [start, end, asyncStart, asyncEnd, error].some((each) => each.hasSubscribers);
}

function inputOf({ operation, input }: CallContext): unknown {
  try {
    return redact(operation.input, input);
  } catch {
    // It cannot be read: the call is about to say so.
    return undefined;
  }
}

/** The result itself goes to nobody but the caller: it may hold secrets. */
async function publish<Event extends CallDiagnostics | AttemptDiagnostics, Result extends MetadataBearer>(
  channel: Channel<Event>,
  event: Event,
  make: () => Promise<Result>,
): Promise<Result> {
  const begin = uptime();
  const note = (outcome: unknown): void => {
    event.duration = uptime() - begin;
    const $metadata = metadataOf(outcome);
    if ($metadata !== undefined) event.$metadata = $metadata;
  };
  let result: Result | undefined;
  const run = async (): Promise<void> => {
    result = await make().catch((error) => {
      note(error);
      throw error;
    });
    note(result);
  };
  await (channel?.tracePromise(run, event) ?? run());
  return result as unknown as Result;
}

/** What a part of the user's own throws may be anything: `null`, or an object that throws when it is read. */
function metadataOf(outcome: unknown): ResponseMetadata | undefined {
  try {
    return (outcome as MetadataBearer).$metadata;
  } catch {
    return undefined;
  }
}
