import type { OperationIr } from "../../ir/operation-ir.js";
import type { StructureIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, stacked, use, useType } from "../layout/fragment.js";
import { array, literal, tallObject, text } from "../layout/literals.js";
import { aggregateSymbols, errorSymbols, operationSymbols } from "../symbol-of.js";
import { DESCRIPTOR_FORMAT } from "./format.js";
import { flag, optional } from "./member-descriptor.js";
import { madeOnce, ownShapeDescriptor } from "./shape-descriptor.js";

/**
 * Declares the descriptor of an operation. It is made when it is first needed: a program imports all commands, and uses
 * few of them.
 *
 * @param own - the structures that only this operation uses
 */
export function operationDescriptor(
  plan: PackagePlan,
  operation: OperationIr,
  own: readonly StructureIr[],
): Fragment {
  const { command, descriptor } = operationSymbols(plan, operation.id);
  const type = useType(runtime("OperationDescriptor"));
  const statements = [
    ...own.map((structure) => ownShapeDescriptor(plan, structure)),
    ["return ", operationFacts(plan, operation, own), ";"],
  ];
  return documented(
    [sentence(`Makes what the runtime has to know about {@link ${command.name}}, once.`)],
    madeOnce(descriptor.name, type, ["{", indented(hardLine, stacked(...statements)), hardLine, "}"]),
  );
}

function operationFacts(plan: PackagePlan, operation: OperationIr, own: readonly StructureIr[]): Fragment {
  const made = (id: string): Fragment => {
    const descriptor = use(aggregateSymbols(plan, id).descriptor);
    return own.some((structure) => structure.id === id) ? descriptor : [descriptor, "()"];
  };
  const { followedBy, http, compression } = operation;
  const { method, uri, code } = http;
  return tallObject([
    ["format", literal(DESCRIPTOR_FORMAT)],
    ["name", text(operation.name)],
    ["http", literal({ method, uri, code })],
    ...optional("hostPrefix", operation.hostPrefix),
    ...flag("checksumRequired", operation.checksumRequired),
    ...optional("compression", compression.length === 0 ? undefined : compression),
    ["input", made(operation.input)],
    ["output", made(operation.output)],
    ["errors", array(operation.errors.map((id) => use(errorSymbols(plan, id).type)))],
    ...flag("readonly", operation.readonly),
    ...flag("idempotent", operation.idempotent),
    ...optional("startsJob", followedBy === undefined ? undefined : { followedBy }),
  ]);
}
