// Copied by tinsmith from model/extensions/local/state/app.ts. Do not edit: change that file and run `npm run generate`.
import type { LoginAuthConfigReqObj } from "../../structures.js";
import type { EnvironmentState } from "./environment.js";

/** An app whose backend the local service has. */
export interface AppState {
  readonly appId: string;
  readonly appName: string;
  /** By name, in order of creation. */
  readonly environments: Map<string, EnvironmentState>;
  /** By session id. */
  readonly tokens: Map<string, TokenState>;
  config: ConfigState | undefined;
}

/** What CreateBackendConfig set up. */
export interface ConfigState {
  readonly backendManagerAppId: string | undefined;
  readonly login: LoginAuthConfigReqObj | undefined;
}

/** A one-time code. */
export interface TokenState {
  readonly sessionId: string;
  readonly challengeCode: string;
  /** In milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** An app with nothing in it. */
export const createApp = (appId: string, appName: string): AppState => ({
  appId,
  appName,
  environments: new Map(),
  tokens: new Map(),
  config: undefined,
});
