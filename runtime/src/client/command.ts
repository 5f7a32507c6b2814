import { INSPECT, type Inspect } from "../common/printing.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import { redact } from "../protocol/redact.js";
import type { Validation } from "../validation/validate.js";
import type { MetadataBearer } from "./metadata.js";
import { noMiddleware } from "./no-middleware.js";

/**
 * A call that has not been made yet: an operation and its input. Generated commands extend it.
 *
 * @typeParam Input - what the operation takes
 * @typeParam Output - what it answers with
 * @typeParam Failure - everything else that can come out of it
 */
export class Command<Input extends object, Output extends MetadataBearer, Failure extends Error> {
  /** Exists in types only: lets `safeSend` name the errors of this very operation. */
  declare readonly $failure?: Failure;
  readonly operation: OperationDescriptor;
  readonly input: Input;

  constructor(operation: OperationDescriptor, input: Input) {
    this.operation = operation;
    // As in AWS's clients: from JavaScript, no input is an empty one.
    this.input = input ?? ({} as Input);
  }

  /** What checks input and output; undefined where nothing does. */
  get validation(): Validation | undefined {
    return undefined;
  }

  /** What JSON and the console show of a command: its input, with sensitive members blotted out. */
  toJSON(): { input: unknown } {
    return { input: redact(this.operation.input, this.input) };
  }

  /** @internal Its symbol would tell the types of this package's ES modules from those of its CommonJS modules. */
  [INSPECT](_depth: number, options: unknown, inspect: Inspect): string {
    return `${this.operation.name}Command ${inspect(this.toJSON(), options)}`;
  }

  /**
   * Exists to say what takes its place: `hooks`.
   *
   * @throws {@link ConfigurationError}
   */
  get middlewareStack(): never {
    throw noMiddleware("command");
  }

  /**
   * Exists to say what takes its place: `hooks`. Types see that of AWS's commands in it: it is where generic functions
   * for any AWS command find what this one answers with.
   *
   * @throws {@link ConfigurationError}
   */
  resolveMiddleware(
    _stack: unknown,
    _configuration: unknown,
    _options: unknown,
  ): () => Promise<{ response: unknown; output: Output }> {
    throw noMiddleware("command");
  }
}
