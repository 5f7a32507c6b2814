import type { MetadataBearer, OperationDescriptor } from "@tinsmith/runtime";
import { checkLimit } from "../common/check-limit.js";
import type { HostResponse } from "../host/message.js";
import { type RawAnswer, writeRaw } from "./raw-answer.js";
import type { RecordedCall } from "./recorded-call.js";
import type { Answer, Stub } from "./stub.js";
import type { StubbedError } from "./stubbed-error.js";
import type { StubbedOutput } from "./stubbed-output.js";

/**
 * A function that replaces an operation: it returns the output, or throws an error that `rejects` would take.
 *
 * @param call - the recorded call; `call.attempts` has all attempts so far
 */
export type Fake<Input, Output extends MetadataBearer> = (
  input: Input,
  call: RecordedCall<Input>,
) => StubbedOutput<Output> | Promise<StubbedOutput<Output>>;

/** Writes stubbed answers as the service would. @throws a staged failure of the connection, or TypeError */
export interface Writers {
  output(operation: OperationDescriptor, output: object): HostResponse;
  failure(operation: OperationDescriptor, error: unknown): HostResponse;
}

/**
 * Stubs the answers of an operation. Answers of `…Once` come first, in their order, one for each attempt; after them comes
 * the last answer that was given without `Once`, again and again.
 *
 * @typeParam Mock - the mock that it belongs to
 */
export class CommandStub<Input extends object, Output extends MetadataBearer, Failure, Mock> {
  readonly #mock: Mock;
  readonly #stub: Stub;
  readonly #writers: Writers;
  #delay = 0;

  constructor(mock: Mock, stub: Stub, writers: Writers) {
    this.#mock = mock;
    this.#stub = stub;
    this.#writers = writers;
  }

  /**
   * Delays the answers that are added after it, by the client's `environment.sleep` or by fake timers.
   *
   * @param milliseconds - a delay above `requestTimeout` ends the attempt in a `TimeoutError`
   * @throws ConfigurationError if it is not a number of milliseconds
   */
  after(milliseconds: number): this {
    this.#delay = checkLimit("after", milliseconds);
    return this;
  }

  /** Answers with a value. @throws TypeError if the operation has no such output */
  resolves(output: StubbedOutput<Output>): Mock {
    this.#stub.setAlways(this.#value(output));
    return this.#mock;
  }

  /** Answers one attempt with a value. @throws TypeError if the operation has no such output */
  resolvesOnce(output: StubbedOutput<Output>): this {
    this.#stub.setOnce(this.#value(output));
    return this;
  }

  /**
   * Answers with an error of the service, or fails as a connection does.
   *
   * @throws TypeError if the operation cannot end in it
   */
  rejects(error: StubbedError<Failure>): Mock {
    this.#stub.setAlways(this.#error(error));
    return this.#mock;
  }

  /** The same for one attempt; the client may make another. @throws TypeError if the operation cannot end in it */
  rejectsOnce(error: StubbedError<Failure>): this {
    this.#stub.setOnce(this.#error(error));
    return this;
  }

  /**
   * Answers with exactly this, whatever the model says: a gateway's page, JSON that is cut off.
   *
   * @throws TypeError if `statusCode` is not a whole number from 200 to 599
   */
  responds(answer: RawAnswer): Mock {
    this.#stub.setAlways(this.#raw(answer));
    return this.#mock;
  }

  /** The same for one attempt; the client may make another. @throws TypeError as `responds` does */
  respondsOnce(answer: RawAnswer): this {
    this.#stub.setOnce(this.#raw(answer));
    return this;
  }

  /** Answers with what a function returns or throws. */
  callsFake(fake: Fake<Input, Output>): Mock {
    this.#stub.setAlways(this.#fake(fake));
    return this.#mock;
  }

  /** The same for one attempt. */
  callsFakeOnce(fake: Fake<Input, Output>): this {
    this.#stub.setOnce(this.#fake(fake));
    return this;
  }

  #value(output: StubbedOutput<Output>): Answer {
    return this.#prepared((operation) => this.#writers.output(operation, output));
  }

  #raw(answer: RawAnswer): Answer {
    const response = writeRaw(answer);
    return { delay: this.#delay, isRaw: true, respond: () => response };
  }

  #error(error: StubbedError<Failure>): Answer {
    return this.#prepared((operation) => this.#writers.failure(operation, error));
  }

  /** Writes the answer at once where the operation is known: what is wrong with it shows where it is stubbed. */
  #prepared(write: (operation: OperationDescriptor) => HostResponse): Answer {
    const { operation } = this.#stub;
    if (operation === undefined) return { delay: this.#delay, respond: write };
    let response: HostResponse;
    try {
      response = write(operation);
    } catch (error) {
      if (error instanceof TypeError) throw error;
      return { delay: this.#delay, respond: write };
    }
    return { delay: this.#delay, respond: () => response };
  }

  #fake(fake: Fake<Input, Output>): Answer {
    const { output, failure } = this.#writers;
    return {
      delay: this.#delay,
      respond: async (operation, call) => {
        let value: object;
        try {
          value = await fake(call.input as Input, call as RecordedCall<Input>);
        } catch (error) {
          return failure(operation, error);
        }
        return output(operation, value);
      },
    };
  }
}
