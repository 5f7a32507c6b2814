import type { OperationDescriptor } from "../descriptors/operation.js";
import { redact } from "../protocol/redact.js";
import { findIssues, requireHandlers, requireValidOutput } from "./check.js";
import type { ControlTarget } from "./control/control-target.js";
import type { CallContext } from "./handler.js";
import { HostError } from "./host-error.js";
import { describeFailure, internalFailure, invalidInput, unknownOperation } from "./host-failures.js";
import { type IdGenerator, RandomIds } from "./ids.js";
import { InProcessHandler } from "./in-process-handler.js";
import { Journal, type JournalEntry } from "./journal/journal.js";
import { type Listener, type ListenOptions, listen } from "./listen.js";
import type { HostRequest, HostResponse } from "./message.js";
import type { ServiceHostOptions } from "./options.js";
import { readRequest } from "./request/read-request.js";
import { writeError } from "./response/write-error.js";
import { writeResponse } from "./response/write-response.js";
import { createRouter, type RouteMatch } from "./router.js";
import { type CredentialsLookup, lookupIn } from "./signature/credentials.js";
import { type Caller, verifySignature } from "./signature/verify-signature.js";
import type { Clock } from "./time/clock.js";
import { SystemClock } from "./time/system-clock.js";

/** What the journal learns about a call while it goes through. */
type CallRecord = { -readonly [Field in keyof Omit<JournalEntry, "sequence">]: JournalEntry[Field] };

/**
 * Serves any service that descriptors describe: finds the operation, proves who calls, reads and validates the
 * input, has the handler do the work, and writes what AWS would answer.
 */
export class ServiceHost {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly journal: Journal;
  readonly #options: ServiceHostOptions;
  readonly #route: (request: HostRequest) => RouteMatch | undefined;
  readonly #credentials: CredentialsLookup;
  readonly #signatureClock: Clock;

  /** @throws TypeError if an operation has no handler */
  constructor(options: ServiceHostOptions) {
    requireHandlers(options.operations, options.handlers);
    this.#options = options;
    this.clock = options.clock ?? new SystemClock();
    this.ids = options.ids ?? new RandomIds();
    this.journal = new Journal(options.journalLimit);
    this.#route = createRouter(options.operations);
    this.#credentials =
      typeof options.credentials === "function" ? options.credentials : lookupIn(options.credentials);
    this.#signatureClock = options.signatureClock ?? this.clock;
  }

  /** A handler for clients in the same process: what they take as `requestHandler`. */
  requestHandler(): InProcessHandler {
    return new InProcessHandler((request) => this.respond(request));
  }

  /**
   * Answers on a port, a free one unless told otherwise. Any number of listeners may share the host.
   *
   * @param target - what control requests are for
   * @throws the system's error if the port cannot be had, e.g. EADDRINUSE; an Error where there is no node:http
   */
  listen(options?: ListenOptions, target?: ControlTarget): Promise<Listener> {
    return listen((request) => this.respond(request), options, target);
  }

  /** Answers one request. Never rejects: whatever goes wrong becomes a response and an entry in the journal. */
  async respond(request: HostRequest): Promise<HostResponse> {
    const record: CallRecord = {
      time: new Date(this.clock.now()),
      route: `${request.method} ${request.path}`,
      status: 0,
      requestId: this.ids.next("request"),
      executed: false,
      invocationId: request.headers["amz-sdk-invocation-id"],
    };
    const match = this.#route(request);
    const response = await this.#answer(record, match?.operation, () => this.#call(record, request, match));
    record.status = response.statusCode;
    this.#tell(this.journal.record(record));
    return this.#complete(response, record.requestId);
  }

  async #call(
    record: CallRecord,
    request: HostRequest,
    match: RouteMatch | undefined,
  ): Promise<HostResponse> {
    if (match === undefined) throw unknownOperation(request);
    const { operation, labels } = match;
    record.operation = operation.name;
    record.route = `${operation.http.method} ${operation.http.uri}`;
    const caller = await this.#authenticate(request);
    const context = this.#contextOf(record, request, operation, caller);
    const proceed = (): Promise<HostResponse> =>
      this.#answer(record, operation, () => this.#execute(record, context, operation, labels));
    return this.#options.intercept === undefined ? proceed() : this.#options.intercept(context, proceed);
  }

  #authenticate(request: HostRequest): Promise<Caller> {
    return verifySignature(request, {
      signingName: this.#options.service.signingName,
      regions: this.#options.regions,
      credentials: this.#credentials,
      now: this.#signatureClock.now(),
    });
  }

  #contextOf(
    record: CallRecord,
    request: HostRequest,
    operation: OperationDescriptor,
    caller: Caller,
  ): CallContext {
    return {
      ...caller,
      operation: operation.name,
      requestId: record.requestId,
      request,
      clock: this.clock,
      ids: this.ids,
    };
  }

  async #execute(
    record: CallRecord,
    context: CallContext,
    operation: OperationDescriptor,
    labels: Readonly<Record<string, string>>,
  ): Promise<HostResponse> {
    const input = readRequest(operation, context.request, labels);
    record.input = redact(operation.input, input);
    const issues = findIssues(operation.input, input);
    if (issues.length > 0) throw (this.#options.invalidInput ?? invalidInput)(issues, operation.name);
    // The descriptor has shaped the input and it has passed validation: it is what this handler takes.
    const output = await this.#options.handlers[operation.name]?.(input as never, context);
    record.executed = true;
    requireValidOutput(operation, { ...output });
    return writeResponse(operation, { ...output });
  }

  /** Runs a step of a call and turns what it throws into a response. */
  async #answer(
    record: CallRecord,
    operation: OperationDescriptor | undefined,
    step: () => Promise<HostResponse>,
  ): Promise<HostResponse> {
    try {
      return await step();
    } catch (thrown) {
      const error = thrown instanceof HostError ? thrown : internalFailure();
      if (error !== thrown) record.failure = describeFailure(thrown);
      record.error = error.name;
      return writeError(error, operation, this.#options.service.commonErrors);
    }
  }

  #tell(entry: JournalEntry): void {
    try {
      this.#options.onCall?.(entry);
    } catch {
      // The call is done; whoever listens is not to change its answer.
    }
  }

  #complete(response: HostResponse, requestId: string): HostResponse {
    const date = new Date(this.#signatureClock.now()).toUTCString();
    return { ...response, headers: { "x-amzn-requestid": requestId, date, ...response.headers } };
  }
}
