import type { TracingChannel } from "node:diagnostics_channel";
import type { AttemptResult } from "../client/attempt.js";
import type { CallContext } from "../client/call-context.js";
import type { MetadataBearer, ResponseMetadata } from "../client/metadata.js";
import { once } from "../common/once.js";
import { uptime } from "../platform/uptime.js";
import { redact } from "../protocol/redact.js";
import type { HttpRequest } from "../transport/http-handler.js";
import type { AttemptDiagnostics, CallDiagnostics } from "./events.js";

const CALLS = "tinsmith:call";
const ATTEMPTS = "tinsmith:attempt";

/** All channels that somebody can subscribe to. @see https://nodejs.org/api/diagnostics_channel.html#tracingchannel-channels */
const CHANNELS = [CALLS, ATTEMPTS].flatMap((name) =>
  ["start", "end", "asyncStart", "asyncEnd", "error"].map((phase) => `tracing:${name}:${phase}`),
);

/** Loaded by the first call: who only imports the package has no use for it. */
const diagnostics = once(() => process.getBuiltinModule("node:diagnostics_channel"));

/** Made when somebody has subscribed; absent where the runtime has no such channels. */
function channelOf<Event extends object>(name: string): TracingChannel<unknown, Event> | undefined {
  return diagnostics().tracingChannel?.(name);
}

/** Calls that were watched when they began, they or their attempts. */
const watched = new WeakMap<CallContext, CallDiagnostics>();

/** Makes a call, and publishes what becomes of it where somebody has subscribed. */
export function traceCall<Output extends MetadataBearer>(
  context: CallContext,
  make: () => Promise<Output>,
): Promise<Output> {
  const { hasSubscribers } = diagnostics();
  if (!CHANNELS.some((name) => hasSubscribers(name))) return make();
  const { service, operation } = context;
  const event = { service: service.sdkId, operation: operation.name, input: inputOf(context) };
  watched.set(context, event);
  return publish(CALLS, event, make);
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
  return publish(ATTEMPTS, event, makeOrThrow).catch((error) => {
    if (failed === undefined) throw error;
    return failed;
  });
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
  channel: string,
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
  await (channelOf<Event>(channel)?.tracePromise(run, event) ?? run());
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
