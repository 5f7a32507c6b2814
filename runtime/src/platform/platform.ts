import type { Provider } from "../common/provider.js";
import type { ResolvedDefaultsMode } from "../config/defaults-mode.js";
import type { Surroundings } from "../config/surroundings.js";
import type { traceAttempt, traceCall } from "../diagnostics/channels.js";
import type { decodeBody } from "../protocol/decode-body.js";
import type { neverArrived } from "../retry/never-arrived.js";
import type { HashConstructor } from "../signing/hash.js";
import type { HandlerSettings } from "../transport/handler-settings.js";
import type { HttpHandler } from "../transport/http-handler.js";
import type { readMessage } from "../transport/read-message.js";
import type { systemFailure } from "../transport/system-failure.js";

/** What the default HTTP handler takes from its client where the settings say nothing. */
export interface HandlerClient {
  /** Environment variables, which may name a proxy. */
  readonly variables: Platform["variables"];
  /** Decides how long a connection may take; asked for when the first request is made. */
  readonly defaultsMode: Provider<ResolvedDefaultsMode>;
}

/** What differs between Node (with Bun and Deno) and browsers and workers: what the module is that `#platform` imports. */
export interface Platform {
  readonly runtime: "node" | "browser";
  /** Environment variables; empty where there are none. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whether requests may name their own `user-agent`; otherwise it travels as `x-amz-user-agent` alone. */
  readonly setsUserAgent: boolean;
  readonly Sha256: HashConstructor;
  readonly uuid: () => string;
  /** Absent where there is no `node:http`. Gives the chunks of one of its messages to a function, and waits for the end. */
  readonly readMessage?: typeof readMessage | undefined;
  /** Absent where the platform's transport has undone the encodings of a body. */
  readonly decodeBody?: typeof decodeBody | undefined;
  /** Absent where failures of the network have no codes that could prove it. */
  readonly neverArrived?: typeof neverArrived | undefined;
  createHttpHandler(settings: HandlerSettings, client: HandlerClient): HttpHandler;
  /** Absent where there are neither environment variables nor files. */
  readonly openSurroundings?:
    | ((variables: Platform["variables"], profile: string | undefined) => Surroundings)
    | undefined;
  /** Absent where nothing says what became of a connection. Puts what a handler fails with into an error of our own. */
  readonly systemFailure?: typeof systemFailure | undefined;
  /** Absent where code does not run in Lambda. Answers with headers that carry the trace of an invocation on. */
  readonly traceHeaders?: ((variables: Platform["variables"]) => Record<string, string>) | undefined;
  /** Absent where nobody can watch calls from outside. Makes a call, or an attempt, and tells those who watch of it. */
  readonly traceCall?: typeof traceCall | undefined;
  readonly traceAttempt?: typeof traceAttempt | undefined;
  /** Pairs of name and version that describe operating system and runtime. */
  userAgent(): readonly (readonly [name: string, version?: string | undefined])[];
}
