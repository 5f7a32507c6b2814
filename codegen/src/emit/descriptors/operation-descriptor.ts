import type { OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, use, useType } from "../layout/fragment.js";
import { array, literal, tallObject, text } from "../layout/literals.js";
import { aggregateSymbols, errorSymbols, operationSymbols } from "../symbol-of.js";
import { DESCRIPTOR_FORMAT } from "./format.js";
import { flag, optional } from "./member-descriptor.js";

/** Declares the descriptor of an operation. */
export function operationDescriptor(plan: PackagePlan, operation: OperationIr): Fragment {
  const { command, descriptor } = operationSymbols(plan, operation.id);
  const { name } = descriptor;
  const { followedBy, http, compression } = operation;
  const { method, uri, code } = http;
  const errors = operation.errors.map((id) => use(errorSymbols(plan, id).type));
  return documented(
    [sentence(`What the runtime has to know about {@link ${command.name}}.`)],
    [
      `export const ${name}: `,
      useType(runtime("OperationDescriptor")),
      " = ",
      tallObject([
        ["format", literal(DESCRIPTOR_FORMAT)],
        ["name", text(operation.name)],
        ["http", literal({ method, uri, code })],
        ...optional("hostPrefix", operation.hostPrefix),
        ...flag("checksumRequired", operation.checksumRequired),
        ...optional("compression", compression.length === 0 ? undefined : compression),
        ["input", use(aggregateSymbols(plan, operation.input).descriptor)],
        ["output", use(aggregateSymbols(plan, operation.output).descriptor)],
        ["errors", array(errors)],
        ...flag("readonly", operation.readonly),
        ...flag("idempotent", operation.idempotent),
        ...optional("startsJob", followedBy === undefined ? undefined : { followedBy }),
      ]),
      ";",
    ],
  );
}
