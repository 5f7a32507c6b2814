import type { Profiles } from "../config/profiles.js";
import type { CredentialDefaultProvider } from "../credentials/identity.js";
import type { traceAttempt, traceCall } from "../diagnostics/channels.js";
import type { HashConstructor } from "../signing/hash.js";
import type { HandlerDefaults, HandlerSettings } from "../transport/handler-settings.js";
import type { HttpHandler } from "../transport/http-handler.js";

/** What differs between Node (with Bun and Deno) and browsers and workers. The import `#platform` picks one. */
export interface Platform {
  readonly runtime: "node" | "browser";
  /** Environment variables; empty where there are none. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whether requests may name their own `user-agent`; otherwise it travels as `x-amz-user-agent` alone. */
  readonly setsUserAgent: boolean;
  readonly Sha256: HashConstructor;
  readonly uuid: () => string;
  createHttpHandler(settings: HandlerSettings, defaults: HandlerDefaults): HttpHandler;
  /** Absent where there is no file system. */
  readonly profiles?: Profiles;
  /** Absent where AWS's chain of credential providers has nothing to look at: no process, no files. */
  loadCredentialChain?(): Promise<CredentialDefaultProvider>;
  /** Absent where code does not run on machines of AWS. Answers with the region of the machine, if it is known. */
  findRegion?(variables: Platform["variables"]): Promise<string | undefined>;
  /** Absent where code does not run in Lambda. Answers with headers that carry the trace of an invocation on. */
  traceHeaders?(variables: Platform["variables"]): Record<string, string>;
  /** Absent where nobody can watch calls from outside. Makes a call, or an attempt, and tells those who watch of it. */
  readonly traceCall?: typeof traceCall;
  readonly traceAttempt?: typeof traceAttempt;
  /** Pairs of name and version that describe operating system and runtime. */
  userAgent(): readonly (readonly [name: string, version?: string | undefined])[];
}
