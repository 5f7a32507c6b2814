import { byText } from "../../ir/names.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { operationSymbols } from "../symbol-of.js";
import { sampleCommand, sampleImport, sampleOperation } from "./first-call.js";

/** Writes, in a fenced block, a `switch` over all that an operation can end in. */
export function errorSwitch(plan: PackagePlan): string {
  const operation = sampleOperation(plan);
  if (operation === undefined) return "";
  const { client, unmodeled } = plan.root;
  const { failure } = operationSymbols(plan, operation.id);
  const own = plan.service.errors.filter(({ id }) => operation.errors.includes(id));
  const names = [
    ...[...own.map(({ wireName }) => wireName), ...plan.commonErrors.map(({ error }) => error.name)].sort(
      byText,
    ),
    unmodeled.name,
  ];
  const code = [
    sampleImport(plan, operation, [failure.name]),
    "",
    `function whatToDo(error: ${failure.name}): string {`,
    "  switch (error.name) {",
    CLIENT_CASES,
    ...names.map((name) => `    case ${JSON.stringify(name)}:`),
    "      return error.message;",
    "    default:",
    "      // A case that is missing does not compile.",
    "      return error satisfies never;",
    "  }",
    "}",
    "",
    `const client = new ${client.name}({ region: "us-east-1" });`,
    `const result = await client.safeSend(${sampleCommand(plan, operation)});`,
    "console.log(result.success ? result.data : whatToDo(result.error));",
  ];
  return ["```ts", ...code, "```"].join("\n");
}

const CLIENT_CASES = `\
    case "InputValidationError":
      return error.issues.map(({ path, message }) => \`\${path} \${message}\`).join();
    case "ConfigurationError":
    case "CredentialsProviderError":
      return \`Set the client up: \${error.message}\`;
    case "NetworkError":
    case "TimeoutError":
      return \`\${error.phase}: \${error.retryable ? "call again" : "look first"}\`;
    case "AbortError":
      return "You have ended it.";
    case "OutputValidationError":
    case "ResponseParseError":
      return "It was executed: do not call again.";`;
