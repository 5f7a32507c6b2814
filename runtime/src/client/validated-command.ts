import { type Validation, validate } from "../validation/validate.js";
import { Command } from "./command.js";
import type { MetadataBearer } from "./metadata.js";

/**
 * A command whose input and output can be checked. It brings along the code that does it, so that a bundle of commands
 * that check nothing holds none of that.
 */
export class ValidatedCommand<
  Input extends object,
  Output extends MetadataBearer,
  Failure extends Error,
> extends Command<Input, Output, Failure> {
  override get validation(): Validation {
    return validate;
  }
}
