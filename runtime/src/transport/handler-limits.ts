import type { Agent, ClientRequest } from "node:http";
import { silentLogger, writeLog } from "../common/logger.js";
import { startTimer, type Timer } from "../common/timer.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { uptime } from "../platform/uptime.js";
import type { HandlerSettings } from "./handler-settings.js";
import { isQueued, limitConnecting } from "./limit-connecting.js";
import type { WatchRequest } from "./node-request.js";

/** Milliseconds after which it is looked whether requests queue, beside the request's own limit. */
const QUEUE_WARNING = { request: 2000, connection: 1000 };

/** Milliseconds between two warnings of queues. */
const WARNING_INTERVAL = 15_000;

/** How long the parts of an exchange may take, in milliseconds; 0 for no limit. */
export interface NodeLimits {
  readonly connectionTimeout: number;
  readonly requestTimeout: number;
  /** The error of a connection that was not set up in time. */
  readonly tooSlow: (limit: number) => Error;
}

/** Holds requests to the settings of a handler. The warnings have the wording of AWS's clients, so that a search finds them. */
export class HandlerLimits {
  readonly #settings: HandlerSettings;
  /** When it was last logged that requests queue. */
  #warnedAt = Number.NEGATIVE_INFINITY;

  constructor(settings: HandlerSettings) {
    this.#settings = settings;
  }

  watch({ connectionTimeout, requestTimeout, tooSlow }: NodeLimits): WatchRequest {
    return (request, agent, end) => {
      const { socketTimeout } = this.#settings;
      limitConnecting(request, agent, connectionTimeout, () => end(tooSlow(connectionTimeout)));
      if (requestTimeout > 0) this.#limitResponse(request, requestTimeout, end);
      if (socketTimeout) request.setTimeout(socketTimeout, () => end(noAnswer(socketTimeout)));
      if (!request.reusedSocket && isQueued(request, agent)) this.#watchQueue(request, agent);
    };
  }

  #limitResponse(request: ClientRequest, limit: number, end: (error: Error) => void): void {
    const timer = startTimer(limit, () => {
      if (this.#settings.throwOnRequestTimeout ?? true) end(noAnswer(limit));
      else this.#warn(`a request has exceeded the configured ${limit} ms requestTimeout.`);
    });
    untilAnswered(request, timer);
  }

  #watchQueue(request: ClientRequest, agent: Agent): void {
    const { requestTimeout, connectionTimeout, socketAcquisitionWarningTimeout } = this.#settings;
    const usual = (requestTimeout ?? QUEUE_WARNING.request) + (connectionTimeout ?? QUEUE_WARNING.connection);
    untilAnswered(
      request,
      startTimer(socketAcquisitionWarningTimeout ?? usual, () => this.#lookAtQueues(agent)),
    );
  }

  #lookAtQueues({ sockets, requests, maxSockets }: Agent): void {
    if (uptime() - this.#warnedAt < WARNING_INTERVAL) return;
    for (const host in requests) {
      const [inUse, queued] = [sockets[host]?.length ?? 0, requests[host]?.length ?? 0];
      if (inUse < maxSockets || queued < 2 * maxSockets) continue;
      this.#warnedAt = uptime();
      this.#warn(
        `socket usage at capacity=${inUse} and ${queued} additional requests are enqueued. Raise maxSockets of requestHandler.httpsAgent, or make fewer calls at a time.`,
      );
      return;
    }
  }

  #warn(text: string): void {
    writeLog(this.#settings.logger ?? silentLogger, "warn", () => `The HTTP handler: ${text}`);
  }
}

function untilAnswered(request: ClientRequest, timer: Timer | undefined): void {
  const stop = (): void => clearTimeout(timer);
  request.once("response", stop);
  request.once("close", stop);
}

function noAnswer(limit: number): TimeoutError {
  return new TimeoutError("The service did not answer in time.", { phase: "attempt", limit });
}
