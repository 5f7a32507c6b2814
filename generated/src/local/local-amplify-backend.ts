// Copied by tinsmith from model/extensions/local/local-amplify-backend.ts. Do not edit: change that file and run `npm run generate`.
import {
  type Clock,
  describeIssues,
  type HostCredentials,
  HostError,
  type InProcessHandler,
  type Journal,
  type Listener,
  type ListenOptions,
  RandomIds,
  ServiceHost,
  SkewedClock,
  SystemClock,
} from "@tinsmith/runtime/host";
import { AmplifyBackendOperations } from "../operations.js";
import { AmplifyBackendService } from "../service.js";
import { checkFault } from "./check-fault.js";
import { FaultQueue } from "./fault-queue.js";
import type { StagedFault } from "./faults.js";
import { createHandlers } from "./handlers/handlers.js";
import { prepareHandlers } from "./handlers/prepare.js";
import { createInterceptor } from "./intercept.js";
import { JobBook } from "./jobs/job-book.js";
import type { LocalAmplifyBackendOptions } from "./options.js";
import { type LocalSnapshot, takeSnapshot } from "./snapshot.js";
import type { LocalState } from "./state/state.js";

const DEFAULT_CREDENTIALS: HostCredentials = {
  accessKeyId: "LOCALACCESSKEY",
  secretAccessKey: "local-secret-access-key",
};
const DEFAULT_REGION = "eu-central-1";
const DEFAULT_JOB_DELAYS = { pending: 250, running: 750 };
const DEFAULT_TOKEN_LIFETIME = 60 * 60 * 1000;

/** The configuration of a client that calls a local AmplifyBackend. */
export interface LocalClientConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: HostCredentials;
  /** Present where calls stay within the process. */
  readonly requestHandler?: InProcessHandler;
}

/** An AmplifyBackend in memory. Made by `createLocalAmplifyBackend`. */
export class LocalAmplifyBackend {
  readonly clock: Clock;
  /** Who may call. */
  readonly credentials: HostCredentials;
  readonly #region: string;
  readonly #state: LocalState;
  readonly #jobs: JobBook;
  readonly #faults = new FaultQueue();
  readonly #signatureClock: SkewedClock;
  readonly #host: ServiceHost;

  constructor(options: LocalAmplifyBackendOptions) {
    const { clock = new SystemClock(), ids = new RandomIds(), latency = 0 } = options;
    this.clock = clock;
    this.credentials = options.credentials ?? DEFAULT_CREDENTIALS;
    this.#region = options.region ?? DEFAULT_REGION;
    this.#state = { apps: new Map(), buckets: new Map(options.buckets?.map((name) => [name, clock.now()])) };
    this.#jobs = new JobBook(clock, ids, { ...DEFAULT_JOB_DELAYS, ...options.jobDelays }, this.#faults);
    const tokenLifetime = options.tokenLifetime ?? DEFAULT_TOKEN_LIFETIME;
    const world = { state: this.#state, jobs: this.#jobs, clock, ids, tokenLifetime };
    this.#signatureClock = new SkewedClock(options.signatureClock ?? new SystemClock());
    this.#signatureClock.skew = options.clockSkew ?? 0;
    this.#host = new ServiceHost({
      service: AmplifyBackendService,
      operations: AmplifyBackendOperations,
      handlers: prepareHandlers({ ...createHandlers(world) }, AmplifyBackendOperations, world, this.#faults),
      credentials: [this.credentials],
      regions: options.region === undefined ? undefined : [options.region],
      clock,
      signatureClock: this.#signatureClock,
      ids,
      journalLimit: options.journalLimit,
      onCall: options.onCall,
      invalidInput: (issues) =>
        new HostError({ name: "BadRequestException", message: describeIssues(issues) }),
      intercept: createInterceptor({
        operations: AmplifyBackendOperations,
        faults: this.#faults,
        clock,
        latency,
      }),
    });
  }

  /** The calls, in the order in which they were answered. */
  get journal(): Journal {
    return this.#host.journal;
  }

  /**
   * How far the service's clock is ahead of its callers', in milliseconds; behind if below 0. From five minutes on it refuses
   * their signatures. The header `date` shows the service's time.
   *
   * @throws RangeError when set beyond 100,000,000,000 milliseconds either way
   */
  get clockSkew(): number {
    return this.#signatureClock.skew;
  }

  set clockSkew(milliseconds: number) {
    this.#signatureClock.skew = milliseconds;
  }

  /** A handler for clients in the same process: what they take as `requestHandler`. */
  requestHandler(): InProcessHandler {
    return this.#host.requestHandler();
  }

  /**
   * Answers on a port, a free one unless told otherwise: for any AWS client of any language.
   *
   * @throws the system's error if the port cannot be had, e.g. EADDRINUSE; an Error where there is no node:http
   */
  listen(options?: ListenOptions): Promise<Listener> {
    return this.#host.listen(options, this);
  }

  /**
   * The configuration for a client, ours or AWS's: `new AmplifyBackendClient(local.clientConfig())`.
   *
   * @param listener - whose port the client calls; if left out, calls stay within the process
   */
  clientConfig(listener?: Listener): LocalClientConfig {
    const common = { region: this.#region, credentials: this.credentials };
    if (listener !== undefined) return { ...common, endpoint: listener.endpoint };
    // Nobody looks this name up: the handler takes the request as it is.
    return { ...common, endpoint: "https://amplifybackend.local", requestHandler: this.requestHandler() };
  }

  /**
   * Stages faults. Each applies to the next call or job that it fits, `times` times; several wait in line. If one of them is
   * not valid, none is staged.
   *
   * @throws TypeError that says what is wrong with a fault; RangeError for a number of times that cannot be counted
   */
  stage(...faults: readonly StagedFault[]): void {
    for (const fault of faults.map((each) => checkFault(each, AmplifyBackendOperations)))
      this.#faults.add(fault);
  }

  /** The faults that are still waiting, each with its remaining `times`. */
  get staged(): readonly StagedFault[] {
    return this.#faults.waiting;
  }

  /** Removes the faults that are still waiting. */
  clearStaged(): void {
    this.#faults.clear();
  }

  /** The current state: apps, environments, jobs, buckets. */
  snapshot(): LocalSnapshot {
    this.#jobs.catchUp();
    return takeSnapshot(this.#state, this.#jobs.all);
  }
}
