import type { Logger } from "../common/logger.js";
import type { Provider } from "../common/provider.js";
import type { FetchSettings } from "./fetch-settings.js";

/** Settings of the default HTTP handler; an option that a platform lacks is ignored there. */
export interface HandlerSettings extends FetchSettings {
  /**
   * Milliseconds to set up a connection, the lookup of its name, the way through a proxy and TLS included; 0 for no limit,
   * defaults to 10 seconds.
   */
  readonly connectionTimeout?: number | undefined;
  /**
   * Milliseconds until the head of the response has to be there; 0 for no limit, the default. See also the client's own
   * `requestTimeout`, which ends an attempt as a whole.
   */
  readonly requestTimeout?: number | undefined;
  /** Whether passing `requestTimeout` is an error or, with false, a warning in the log; defaults to true. */
  readonly throwOnRequestTimeout?: boolean | undefined;
  /** Milliseconds that a connection in use may be silent; 0 for no limit, the default. */
  readonly socketTimeout?: number | undefined;
  /** Milliseconds until it is logged that requests queue for a connection; defaults to 3 seconds. */
  readonly socketAcquisitionWarningTimeout?: number | undefined;
  /** A `node:http` agent, or options of one. */
  readonly httpAgent?: object | undefined;
  /** A `node:https` agent, or options of one. */
  readonly httpsAgent?: object | undefined;
  /**
   * URL of the HTTP proxy that requests go through, e.g. `http://user:password@proxy.example:3128`, or false for none.
   * Without it `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` decide, in lower or upper case, except for endpoints on this
   * machine. An agent of your own is never replaced. Node only.
   */
  readonly proxy?: string | false | undefined;
  /** Where the handler writes its warnings; defaults to the client's logger. */
  readonly logger?: Logger | undefined;
}

/** What the default HTTP handler takes from its client where the settings say nothing. */
export interface HandlerDefaults {
  /** Environment variables, which may name a proxy. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds to set up a connection, asked for when the first request is made. */
  readonly connectionTimeout?: Provider<number | undefined>;
}
