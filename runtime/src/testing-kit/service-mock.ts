import type {
  Client,
  ClientConfig,
  HttpHandler,
  HttpRequest,
  MetadataBearer,
  OperationDescriptor,
  ServiceDescriptor,
  ServiceException,
} from "@tinsmith/runtime";
import { sleep } from "../common/abortable.js";
import type { HostResponse } from "../host/message.js";
import { type CommandClass, operationOf } from "./command-class.js";
import { CommandStub, type Writers } from "./command-stub.js";
import { type InputPattern, matchInput } from "./match-input.js";
import { createReader } from "./read-call.js";
import { History, type RecordedCall } from "./recorded-call.js";
import { replaceSend } from "./replace-send.js";
import { Stub } from "./stub.js";
import { StubHandler } from "./stub-handler.js";
import { writeFailure } from "./stubbed-error.js";
import { withMetadata, writeOutput } from "./stubbed-output.js";
import { TEST_CREDENTIALS, TEST_REGION, TEST_VARIABLES } from "./surroundings.js";
import { describeUnstubbed } from "./unstubbed.js";

/** What a mock needs to know of a service. */
export interface ServiceParts<ServiceClient extends Client> {
  readonly service: Pick<ServiceDescriptor, "commonErrors">;
  readonly operations: readonly OperationDescriptor[];
  readonly client: new (config: ClientConfig) => ServiceClient;
}

/**
 * Replaces a service in a test. Only the network is replaced: the client validates, serialises and signs requests; stubbed
 * answers are written as the service would write them, and the client parses them, retries, or turns them into errors.
 */
export class ServiceMock<ServiceClient extends Client> {
  readonly #parts: ServiceParts<ServiceClient>;
  readonly #read: ReturnType<typeof createReader>;
  readonly #writers: Writers;
  readonly #history = new History();
  readonly #restorers: (() => void)[] = [];
  #stubs: Stub[] = [];
  #unstubbed: string[] = [];
  #answered = 0;

  constructor(parts: ServiceParts<ServiceClient>) {
    this.#parts = parts;
    this.#read = createReader(parts.operations);
    this.#writers = {
      output: (operation, output) => writeOutput(operation, output),
      failure: (operation, error) => writeFailure(operation, parts.service.commonErrors, error),
    };
  }

  /**
   * Makes a real client of this service. Unless `config` says otherwise, it signs with test keys, and reads neither
   * environment variables nor AWS's shared files.
   */
  client(config: ClientConfig = {}): ServiceClient {
    const { client: ServiceClient } = this.#parts;
    const handler = this.#handler(() => client.config.environment);
    const client = new ServiceClient({
      region: TEST_REGION,
      credentials: TEST_CREDENTIALS,
      ...config,
      environment: { variables: TEST_VARIABLES, ...config.environment },
      requestHandler: handler,
    });
    return client;
  }

  /** A `requestHandler` that brings the calls of any client to this mock. */
  requestHandler(): HttpHandler {
    return this.#handler(() => ({ sleep }));
  }

  /**
   * Takes over the calls of an existing client, or of all clients of a class, until `restore`. They keep their
   * configuration, but sign with test keys, and need no region.
   */
  attach(target: Client | { readonly prototype: Client }): this {
    const client = "prototype" in target ? target.prototype : target;
    this.#restorers.push(replaceSend(client, (each) => this.#disguise(each)));
    return this;
  }

  /**
   * Begins a stub of one command. If several stubs match a call, the newest one answers.
   *
   * @param input - a pattern that the input has to contain, at any depth; any input if left out
   * @param strict - whether the whole input has to match the pattern; false if left out
   * @throws TypeError if it is not a command of this service
   */
  on<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
    input?: InputPattern<Input>,
    strict = false,
  ): CommandStub<Input, Output, Failure, this> {
    return this.#begin(new Stub(operationOf(command, this.#parts.operations), input, strict));
  }

  /** Begins a stub of all commands. @param input - as with `on` */
  onAnyCommand(input?: object, strict = false): CommandStub<object, MetadataBearer, ServiceException, this> {
    return this.#begin(new Stub(undefined, input, strict));
  }

  /** The recorded calls, in the order of their first attempts. */
  calls(): readonly RecordedCall[] {
    return this.#history.calls;
  }

  /** The calls of one command. @param input - as with `on` */
  commandCalls<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
    input?: InputPattern<Input>,
    strict = false,
  ): readonly RecordedCall<Input>[] {
    const { name } = operationOf(command, this.#parts.operations);
    const calls = this.calls() as readonly RecordedCall<Input>[];
    return calls.filter(
      (call) => call.operation === name && (input === undefined || matchInput(input, call.input, strict)),
    );
  }

  /** The inputs of the calls of one command. */
  inputs<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
  ): readonly Input[] {
    return this.commandCalls(command).map(({ input }) => input);
  }

  /**
   * For the end of a test: a call without a stub has failed, but the code under test may have swallowed the error.
   *
   * @throws Error that says what to stub
   */
  expectAllStubbed(): void {
    if (this.#unstubbed.length > 0) throw new Error(this.#unstubbed.join("\n"));
  }

  /** Forgets the stubs and the calls. */
  reset(): this {
    this.#stubs = [];
    return this.resetHistory();
  }

  /** Forgets the calls. */
  resetHistory(): this {
    this.#unstubbed = [];
    this.#history.clear();
    return this;
  }

  /** Releases all attached clients and classes: their calls go to AWS again. */
  restore(): void {
    for (const restore of this.#restorers.splice(0)) restore();
  }

  #begin<Input extends object, Output extends MetadataBearer, Failure>(
    stub: Stub,
  ): CommandStub<Input, Output, Failure, this> {
    this.#stubs.unshift(stub);
    return new CommandStub<Input, Output, Failure, this>(this, stub, this.#writers);
  }

  #handler(environment: ConstructorParameters<typeof StubHandler>[1]): StubHandler {
    return new StubHandler((request, sleep) => this.#respond(request, sleep), environment);
  }

  /** The same client with this mock as its handler, and with test keys; everything else is inherited from it. */
  #disguise(client: Client): Client {
    const { config } = client;
    const others = {
      requestHandler: { value: this.#handler(() => config.environment) },
      credentials: { value: async () => TEST_CREDENTIALS },
      region: { value: () => config.region().catch(() => TEST_REGION) },
    };
    return Object.create(client, { config: { value: Object.create(config, others) } });
  }

  async #respond(
    request: HttpRequest,
    sleep: (milliseconds: number) => Promise<void>,
  ): Promise<HostResponse> {
    const { operation, input } = await this.#read(request);
    const call = this.#history.record(operation.name, input, request);
    const answer = this.#choose(operation, input);
    if (answer === undefined) throw this.#missing(operation, input);
    if (answer.delay > 0) await sleep(answer.delay);
    const response = await answer.respond(operation, call);
    if (answer.isRaw === true) return response;
    this.#answered++;
    const { "x-amzn-requestid": requestId = `request-${this.#answered}` } = response.headers;
    return withMetadata(response, { requestId });
  }

  #missing(operation: OperationDescriptor, input: unknown): TypeError {
    const message = describeUnstubbed(operation, input, this.#stubs);
    this.#unstubbed.push(message);
    return new TypeError(message);
  }

  #choose(operation: OperationDescriptor, input: unknown) {
    for (const stub of this.#stubs) {
      const answer = stub.fits(operation, input) ? stub.take() : undefined;
      if (answer !== undefined) return answer;
    }
    return undefined;
  }
}
