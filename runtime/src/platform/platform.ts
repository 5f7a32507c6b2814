import type { CallContext } from "../client/call-context.js";
import type { MetadataBearer } from "../client/metadata.js";
import type { Provider } from "../common/provider.js";
import type { ResolvedDefaultsMode } from "../config/defaults-mode.js";
import type { Surroundings } from "../config/surroundings.js";
import type { traceAttempt } from "../diagnostics/channels.js";
import type { NetworkError } from "../errors/network-error.js";
import type { decodeBody } from "../protocol/decode-body.js";
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
  /** Reads a message of `node:http` to its end; undefined for other bodies. */
  readMessage(...body: Parameters<typeof readMessage>): ReturnType<typeof readMessage>;
  /** Undoes the encodings of a body; undefined where the platform's transport has undone them. */
  decodeBody(...response: Parameters<typeof decodeBody>): ReturnType<typeof decodeBody> | undefined;
  /** Whether a failure proves that nobody got the request; undefined where failures have no codes that could. */
  neverArrived(error: NetworkError): boolean | undefined;
  createHttpHandler(settings: HandlerSettings, client: HandlerClient): HttpHandler;
  /** Undefined where there are neither environment variables nor files. */
  openSurroundings(variables: Platform["variables"], profile: string | undefined): Surroundings | undefined;
  /** Makes an error of our own of what a handler fails with; undefined where nothing says what became of a connection. */
  systemFailure(...failure: Parameters<typeof systemFailure>): ReturnType<typeof systemFailure> | undefined;
  /** Headers that carry the trace of an invocation on; undefined where code does not run in Lambda. */
  traceHeaders(variables: Platform["variables"]): Record<string, string> | undefined;
  /** Makes a call, and tells those who watch of it; undefined, and does nothing, where nobody can watch from outside. */
  traceCall<Output extends MetadataBearer>(
    context: CallContext,
    make: () => Promise<Output>,
  ): Promise<Output> | undefined;
  /** The same for an attempt. */
  traceAttempt(...attempt: Parameters<typeof traceAttempt>): ReturnType<typeof traceAttempt> | undefined;
  /** Pairs of name and version that describe operating system and runtime. */
  userAgent(): readonly (readonly [name: string, version?: string | undefined])[];
}
