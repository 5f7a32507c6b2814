import type { OperationIr } from "../../ir/operation-ir.js";
import type { ServiceIr } from "../../ir/service-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { documented, type Section } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, use, useType } from "../layout/fragment.js";
import { isInherited, text, typeArguments } from "../layout/literals.js";
import { operationSymbols } from "../symbol-of.js";

/**
 * Declares the class of a command.
 *
 * @param validated - whether it checks its input and output
 */
export function commandClass(
  plan: PackagePlan,
  operation: OperationIr,
  sections: readonly Section[],
  validated: boolean,
): Fragment {
  const { command, commandInput, commandOutput, failure, descriptor } = operationSymbols(plan, operation.id);
  const types = [commandInput, commandOutput, failure].map(useType);
  return documented(sections, [
    `export class ${command.name} extends `,
    use(runtime(validated ? "ValidatedCommand" : "Command")),
    typeArguments(types),
    " {",
    indented(hardLine, [
      ...jobStarter(operation),
      ["constructor(", inputParameter(plan, operation), ") {"],
      indented(hardLine, "super(", use(descriptor), "(), input);"),
      [hardLine, "}"],
    ]),
    hardLine,
    "}",
  ]);
}

/** A type alone: inputs and outputs do not tell commands that start jobs from others. */
function jobStarter({ followedBy }: OperationIr): readonly Fragment[] {
  if (followedBy === undefined) return [];
  const type = [useType(runtime("JobStartingOperation")), "<", text(followedBy), ">"];
  return ["declare readonly operation: ", ...type, ";", hardLine, hardLine];
}

/** Writes the parameter that takes an operation's input: it may be left out where nothing is required. */
export function inputParameter(plan: PackagePlan, operation: OperationIr): Fragment {
  const { commandInput } = operationSymbols(plan, operation.id);
  return ["input: ", useType(commandInput), needsInput(plan.service, operation) ? "" : " = {}"];
}

/** Whether an operation cannot be called with nothing. */
export function needsInput({ shapes }: ServiceIr, operation: OperationIr): boolean {
  const input = shapes.get(operation.input);
  if (input?.kind !== "structure") return false;
  const needed = input.members.filter((member) => member.required && !member.idempotencyToken);
  // To TypeScript `{}` has what every object has, and so would have a wrong `constructor`.
  return needed.length > 0 || input.members.some(({ name }) => isInherited(name));
}
