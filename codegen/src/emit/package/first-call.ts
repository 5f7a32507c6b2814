import { byText } from "../../ir/names.js";
import type { OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { needsInput } from "../commands/command-class.js";
import { print } from "../layout/print.js";
import { madeStructure } from "../samples/made-value.js";
import { operationSymbols } from "../symbol-of.js";

/** Writes a first call of at most ten lines, in a fenced block; of an operation that changes nothing, if there is one. */
export function firstCall(plan: PackagePlan): string {
  const operation = sampleOperation(plan);
  if (operation === undefined) return "";
  const { client } = plan.root;
  const code = [
    sampleImport(plan, operation),
    "",
    `const client = new ${client.name}({ region: "us-east-1" });`,
    `const command = ${sampleCommand(plan, operation)};`,
    "const result = await client.safeSend(command);",
    "if (result.success) console.log(result.data);",
    "else console.error(result.error.name, result.error.message);",
  ];
  return ["```ts", ...code, "```"].join("\n");
}

/** Writes the import of the client and a command, and of types. */
export function sampleImport(plan: PackagePlan, { id }: OperationIr, types: readonly string[] = []): string {
  const values = [plan.root.client.name, operationSymbols(plan, id).command.name];
  const names = [...values, ...types].sort(byText);
  const written = names.map((name) => (types.includes(name) ? `type ${name}` : name));
  return `import { ${written.join(", ")} } from "${plan.service.package.name}";`;
}

/** Writes the making of a command. */
export function sampleCommand(plan: PackagePlan, operation: OperationIr): string {
  const { service } = plan;
  const making = { service, requiredOnly: true, within: [], maxDepth: 2 };
  const input = needsInput(service, operation) ? print(madeStructure(operation.input, making), 90) : "";
  return `new ${operationSymbols(plan, operation.id).command.name}(${input})`;
}

/** An operation to show things with, the simplest that changes nothing. */
export function sampleOperation({ service }: PackagePlan): OperationIr | undefined {
  const size = ({ input }: OperationIr): number => {
    const shape = service.shapes.get(input);
    return shape?.kind === "structure" ? shape.members.filter(({ required }) => required).length : 0;
  };
  const safe = service.operations.filter(
    (operation) => operation.readonly && operation.documentation.deprecated === undefined,
  );
  const candidates = safe.length > 0 ? safe : service.operations;
  return [...candidates].sort((left, right) => size(left) - size(right) || byText(left.name, right.name))[0];
}
