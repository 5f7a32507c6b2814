/** Settings of the default HTTP handler; an option that a platform lacks is ignored there. */
export interface HandlerSettings {
  /** Milliseconds to set up a connection; defaults to 10 seconds. */
  readonly connectionTimeout?: number | undefined;
  /** Milliseconds until a silent server is given up; see also the client's own `requestTimeout`. */
  readonly requestTimeout?: number | undefined;
  /** A `node:http` agent, or options of one. */
  readonly httpAgent?: object | undefined;
  /** A `node:https` agent, or options of one. */
  readonly httpsAgent?: object | undefined;
}
