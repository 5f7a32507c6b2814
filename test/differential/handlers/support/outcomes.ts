import { type NamedClient, openOfficialClient, openOurClient } from "../../support/clients.js";
import { type HandlerKind, handlerKinds } from "./handler-kinds.js";
import { type Behaviour, HANDLER_LIMIT, startBehaving } from "./situations.js";

/** How a call ended, as far as two clients can be compared. */
export interface Ending {
  /** Its members' names and sizes. */
  readonly output?: Readonly<Record<string, unknown>>;
  readonly error?: Readonly<Record<string, unknown>>;
}

/** How one call ended with both clients, over handlers of one kind. */
export interface Outcome {
  readonly handler: string;
  readonly situation: string;
  readonly ours: Ending;
  readonly official: Ending;
}

const BEHAVIOURS: readonly Behaviour[] = [
  ...(["result", "empty", "big", "failed", "refused", "dropped", "cut", "silent"] as const),
];

const INPUT = { AppId: "a", BackendEnvironmentName: "b", JobId: "c" };

/** Makes the same call over every kind of handler in every situation. */
async function observeAll(): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const kind of handlerKinds) {
    for (const behaviour of BEHAVIOURS) outcomes.push(await observe(kind, behaviour, behaviour));
    outcomes.push(await observe(kind, "silent", "aborted", () => AbortSignal.timeout(50)));
    outcomes.push(await observe(kind, "result", "aborted before", () => AbortSignal.abort()));
  }
  return outcomes;
}

async function observe(
  { name, http2 = false, create }: HandlerKind,
  behaviour: Behaviour,
  situation: string,
  signal?: () => AbortSignal,
): Promise<Outcome> {
  const server = await startBehaving(behaviour, http2);
  const handlers = create(situation === "silent" ? HANDLER_LIMIT : undefined);
  const config = { endpoint: server.url, maxAttempts: 1 };
  const options = () => (signal === undefined ? {} : { abortSignal: signal() });
  const ours = await endingOf(openOurClient({ ...config, requestHandler: handlers.ours }), options());
  const official = await endingOf(
    openOfficialClient({ ...config, requestHandler: handlers.official }),
    options(),
  );
  if (behaviour !== "refused") await server.close();
  return { handler: name, situation, ours, official };
}

async function endingOf(client: NamedClient, options: object): Promise<Ending> {
  try {
    const { $metadata: _, ...output } = await client.call("GetBackendJob", INPUT, options);
    return {
      output: Object.fromEntries(Object.entries(output).map(([key, value]) => [key, shorten(value)])),
    };
  } catch (error) {
    const { name, code, phase, limit } = error as Record<string, unknown>;
    return { error: { name, code, phase, limit } };
  } finally {
    client.destroy();
  }
}

const shorten = (value: unknown): unknown => (String(value).length > 100 ? String(value).length : value);

// In a process of its own, not in Jest, where errors of the platform are no errors to the official client.
console.log(JSON.stringify(await observeAll()));
