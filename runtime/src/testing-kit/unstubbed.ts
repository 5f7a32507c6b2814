import type { OperationDescriptor } from "@tinsmith/runtime";
import { redact } from "../protocol/redact.js";
import type { Stub } from "./stub.js";

/** Says what was called, why nothing answered, and what to write. Members that are sensitive do not show. */
export function describeUnstubbed(
  operation: OperationDescriptor,
  input: unknown,
  stubs: readonly Stub[],
): string {
  const { name, output } = operation;
  const own = stubs.filter((stub) => stub.operation === undefined || stub.operation.name === name);
  const members = Object.keys(output.members).slice(0, 3);
  const value = members.length === 0 ? "{}" : `{ ${members.map((member) => `${member}: …`).join(", ")} }`;
  return [
    `${name} was called, and nothing says what it answers.`,
    `  input: ${show(operation, input)}`,
    ...own.map((stub) => `  ${whyNot(stub, operation, input)}`),
    `Before the call, say: mock.on(${name}Command).resolves(${value})`,
  ].join("\n");
}

function whyNot(stub: Stub, operation: OperationDescriptor, input: unknown): string {
  const which = stub.operation === undefined ? "onAnyCommand" : `on(${operation.name}Command)`;
  if (!stub.fits(operation, input)) return `${which} takes other input: ${show(operation, stub.pattern)}`;
  if (stub.given > 0) return `${which} has given its ${stub.given} answers of …Once, and has no other`;
  return `${which} has no answer: add .resolves(…), .rejects(…) or .callsFake(…)`;
}

function show(operation: OperationDescriptor, input: unknown): string {
  try {
    return JSON.stringify(redact(operation.input, input));
  } catch {
    return "(cannot be shown)";
  }
}
