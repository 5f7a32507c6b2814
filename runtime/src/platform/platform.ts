import type { SharedFilePaths, SharedFiles } from "../config/shared-files.js";
import type { CredentialDefaultProvider } from "../credentials/identity.js";
import type { HandlerSettings } from "../transport/handler-settings.js";
import type { HttpHandler } from "../transport/http-handler.js";

/** A SHA-256 that signs: a plain hash, or an HMAC where it is given a secret. */
export interface Hash {
  update(data: Uint8Array): void;
  digest(): Promise<Uint8Array>;
  reset(): void;
}

/** What differs between Node (with Bun and Deno) and browsers and workers. The import `#platform` picks one. */
export interface Platform {
  /** Environment variables; empty where there are none. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whether requests may name their own `user-agent`; otherwise it travels as `x-amz-user-agent` alone. */
  readonly setsUserAgent: boolean;
  readonly Sha256: new (secret?: string | ArrayBuffer | ArrayBufferView) => Hash;
  createHttpHandler(settings: HandlerSettings): HttpHandler;
  /** Absent where there is no file system. Files that are not there count as empty. */
  readSharedFiles?(paths: SharedFilePaths): Promise<SharedFiles>;
  /** Absent where AWS's chain of credential providers has nothing to look at: no process, no files. */
  loadCredentialChain?(): Promise<CredentialDefaultProvider>;
  /** Pairs of name and version that describe operating system and runtime. */
  userAgent(): readonly (readonly [name: string, version?: string | undefined])[];
}
