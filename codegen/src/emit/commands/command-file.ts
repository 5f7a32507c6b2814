import type { OperationIr } from "../../ir/operation-ir.js";
import type { StructureIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { operationDescriptor } from "../descriptors/operation-descriptor.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import type { SourceFile } from "../files/source-file.js";
import { type Fragment, group, indented, line, useType } from "../layout/fragment.js";
import { union } from "../layout/literals.js";
import { aggregateSymbols, errorSymbols, operationSymbols } from "../symbol-of.js";
import { structureInterface } from "../types/interface.js";
import { commandClass } from "./command-class.js";
import { commandSections } from "./command-docs.js";

/** Makes the file of a command: what it takes and gives, what can go wrong, its descriptor, its class. */
export function commandFile(plan: PackagePlan, operation: OperationIr): SourceFile {
  const { command } = operationSymbols(plan, operation.id);
  const structures = ownStructures(plan, operation);
  return {
    module: command.module,
    sources: [operation.source, ...structures.map(({ source }) => source)],
    statements: [
      ...structures.map((structure) =>
        structureInterface(plan, structure, [sentence(role(operation, structure, command.name))]),
      ),
      ...commandTypes(plan, operation),
      failureType(plan, operation),
      operationDescriptor(plan, operation, structures),
      commandClass(plan, operation, commandSections(plan, operation), true),
    ],
  };
}

/** @returns the input and output structures that only this operation uses */
export function ownStructures(plan: PackagePlan, operation: OperationIr): readonly StructureIr[] {
  return [operation.input, operation.output].flatMap((id) => {
    const shape = plan.service.shapes.get(id);
    return shape?.kind === "structure" && shape.home.kind === "operation" ? [shape] : [];
  });
}

const role = (operation: OperationIr, structure: StructureIr, command: string): string =>
  structure.id === operation.input ? `What {@link ${command}} takes.` : `What {@link ${command}} gives.`;

function commandTypes(plan: PackagePlan, operation: OperationIr): readonly Fragment[] {
  const { command, commandInput, commandOutput } = operationSymbols(plan, operation.id);
  const input = useType(aggregateSymbols(plan, operation.input).type);
  const output = useType(aggregateSymbols(plan, operation.output).type);
  return [
    documented(
      [sentence(`The input of {@link ${command.name}}.`)],
      [`export interface ${commandInput.name} extends `, input, " {}"],
    ),
    documented(
      [sentence(`The result of {@link ${command.name}}.`)],
      group(
        `export interface ${commandOutput.name}`,
        indented(line, ["extends ", output, ","], indented(line, useType(runtime("MetadataBearer")), " {}")),
      ),
    ),
  ];
}

function failureType(plan: PackagePlan, operation: OperationIr): Fragment {
  const { failure } = operationSymbols(plan, operation.id);
  const errors = operation.errors.map((id) => useType(errorSymbols(plan, id).type));
  return documented(
    [
      sentence(
        `Everything that can come out of ${operation.name} instead of a result; narrow it by its \`name\`.`,
      ),
    ],
    [`export type ${failure.name} = `, union([...errors, useType(plan.root.commonError)]), ";"],
  );
}
