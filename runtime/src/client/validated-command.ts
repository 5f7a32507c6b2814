import type { OperationDescriptor } from "../descriptors/operation.js";
import { type Validation, validationBy } from "../validation/validation.js";
import type { Validators } from "../validation/validator.js";
import { Command } from "./command.js";
import type { MetadataBearer } from "./metadata.js";

/**
 * A command whose input and output can be checked. It brings along the code that does it, so that a bundle of commands
 * without validators holds none of that.
 */
export class ValidatedCommand<
  Input extends object,
  Output extends MetadataBearer,
  Failure extends Error,
> extends Command<Input, Output, Failure> {
  readonly validators: Validators<Input, Omit<Output, "$metadata">>;

  constructor(
    operation: OperationDescriptor,
    input: Input,
    validators: Validators<Input, Omit<Output, "$metadata">>,
  ) {
    super(operation, input);
    this.validators = validators;
  }

  override get validation(): Validation {
    return validationBy(this.validators);
  }
}
