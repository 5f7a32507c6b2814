import { type TracingChannelSubscribers, tracingChannel } from "node:diagnostics_channel";
import type { Hooks, Logger } from "@tinsmith/amplifybackend";
import type { Search } from "./search.js";

/** All that a client writes to, calls or publishes on; a search looks at everything that comes out. */
export interface Outlets extends Disposable {
  readonly logger: Logger;
  readonly hooks: Hooks;
}

/** All events of a call have one object: in between, nothing is added to it. */
const PHASES = ["start", "error", "asyncEnd"] as const;
const LEVELS = ["trace", "debug", "info", "warn", "error"] as const;

/** Opens every outlet until it is disposed of. */
export function openOutlets(search: Search): Outlets {
  const undo = [...watchChannels(search), ...watchOutput(search), watchWarnings(search)];
  const logger = Object.fromEntries(
    LEVELS.map((level) => [level, (...content: unknown[]) => search.inPrinted(`logger.${level}`, content)]),
  ) as unknown as Logger;
  const print = (name: string) => (event: object) => {
    search.inPrinted(`hook ${name}`, event);
    if ("error" in event) search.inError(`hook ${name}: error`, event.error);
  };
  const hooks: Hooks = {
    onRequest: print("onRequest"),
    onResponse: print("onResponse"),
    onRetry: print("onRetry"),
    onError: print("onError"),
  };
  return { logger, hooks, [Symbol.dispose]: () => undo.map((each) => each()) };
}

function watchChannels(search: Search): (() => void)[] {
  return ["tinsmith:call", "tinsmith:attempt"].map((name) => {
    const subscribers = Object.fromEntries(
      PHASES.map((phase) => [
        phase,
        (event: { error?: unknown }) => {
          search.inPrinted(`channel ${name} ${phase}`, event);
          search.inError(`channel ${name} ${phase}: error`, event.error);
        },
      ]),
    ) as unknown as TracingChannelSubscribers<object>;
    const channel = tracingChannel<unknown, object>(name);
    channel.subscribe(subscribers);
    return () => channel.unsubscribe(subscribers);
  });
}

/** What is written without anybody's asking. */
function watchOutput(search: Search): (() => void)[] {
  const streams = [process.stdout, process.stderr].map((stream, index) => {
    const { write } = stream;
    stream.write = ((chunk: unknown, ...rest: never[]) => {
      search.inText(index === 0 ? "stdout" : "stderr", String(chunk));
      return write.call(stream, chunk as string, ...rest);
    }) as typeof stream.write;
    return () => {
      stream.write = write;
    };
  });
  const consoles = (["log", "info", "warn", "error", "debug"] as const).map((method) => {
    const original = console[method];
    console[method] = (...content: unknown[]) => search.inPrinted(`console.${method}`, content);
    return () => {
      console[method] = original;
    };
  });
  return [...streams, ...consoles];
}

function watchWarnings(search: Search): () => void {
  const listener = (warning: Error): void => search.inError("process warning", warning);
  process.on("warning", listener);
  return () => process.off("warning", listener);
}
