import type { Command, MetadataBearer, OperationDescriptor } from "@tinsmith/runtime";

/** A class of commands, such as `CloneBackendCommand`; validated or not. */
export type CommandClass<Input extends object, Output extends MetadataBearer, Failure extends Error> = new (
  input: Input,
) => Command<Input, Output, Failure>;

/**
 * Finds the operation that a class of commands stands for.
 *
 * @throws TypeError if it is none of the service's, e.g. one of AWS's own package
 */
export function operationOf<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  command: CommandClass<Input, Output, Failure>,
  operations: readonly OperationDescriptor[],
): OperationDescriptor {
  const name = nameOf(command);
  const operation = operations.find((each) => each.name === name);
  if (operation !== undefined) return operation;
  const what = typeof command === "function" ? command.name : `a value of type ${typeof command}`;
  throw new TypeError(
    `This mock knows no ${what}: pass the class of a command, imported from the package of this service.`,
  );
}

/** Making a command has no effect, whatever the input: it is checked when the command is sent. */
function nameOf<Input extends object>(
  command: CommandClass<Input, MetadataBearer, Error>,
): string | undefined {
  try {
    return new command({} as Input).operation.name;
  } catch {
    return undefined;
  }
}
