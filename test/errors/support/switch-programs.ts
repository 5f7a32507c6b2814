import type { OperationDescriptor } from "@tinsmith/runtime";
import { unionClasses } from "./union-classes.js";

const PACKAGE = "@tinsmith/amplifybackend";

/** Writes a program with a `switch` over all that each operation can end in. */
export function switchProgram(operations: readonly OperationDescriptor[]): string {
  return [
    `import * as sdk from "${PACKAGE}";`,
    "type Exactly<Left, Right> = [Left, Right] extends [Right, Left] ? true : never;",
    ...operations.map(functionFor),
    ...operations.map(omissionFor),
    GENERIC,
  ].join("\n");
}

/** In each case the error is of its class, in the last of none. */
function functionFor(operation: OperationDescriptor): string {
  const names = namesOf(operation);
  const union = `sdk.${operation.name}Error`;
  return [
    `export const namesOf${operation.name}: Exactly<${union}["name"], ${names.map((name) => `"${name}"`).join(" | ")}> = true;`,
    `export function on${operation.name}(error: ${union}): unknown {`,
    "  error.operation satisfies string | undefined;",
    "  error.retryable satisfies boolean;",
    "  error.$metadata.requestId satisfies string | undefined;",
    "  switch (error.name) {",
    ...names.map(
      (name) => `    case "${name}": { error satisfies sdk.${name};${membersOf(name)} return 1; }`,
    ),
    "    default: return error satisfies never;",
    "  }",
    "}",
  ].join("\n");
}

/** A switch that forgets a case, each operation another one: it must not compile. */
function omissionFor(operation: OperationDescriptor, index: number): string {
  const names = namesOf(operation);
  const kept = names.filter((_, each) => each !== index % names.length);
  return [
    `export function forgetsOneOf${operation.name}(error: sdk.${operation.name}Error): unknown {`,
    "  switch (error.name) {",
    ...kept.map((name) => `    case "${name}": return 1;`),
    "    // @ts-expect-error: one case is missing",
    "    default: return error satisfies never;",
    "  }",
    "}",
  ].join("\n");
}

const namesOf = (operation: OperationDescriptor): readonly string[] => [...unionClasses(operation).keys()];

/** What there is only once the name is known. */
function membersOf(name: string): string {
  const members: Readonly<Record<string, string>> = {
    InputValidationError: "error.issues[0]?.path satisfies string | undefined;",
    NetworkError: 'error.phase satisfies "lookup" | "connect" | "tls" | "send" | "receive" | "unknown";',
    NotFoundException: "error.ResourceType satisfies string | undefined;",
    OutputValidationError: "error.issues.length satisfies number;",
    TimeoutError: "error.limit satisfies number | undefined; error.phase satisfies string;",
    TooManyRequestsException: "error.LimitType satisfies string | undefined;",
    UnmodeledServiceException: "error.code satisfies string;",
  };
  return ` ${members[name] ?? ""}`;
}

/** Helpers that people write for any operation. */
const GENERIC = `
type Cases<Failure extends Error, Result> = {
  readonly [Name in Failure["name"]]: (error: Extract<Failure, { readonly name: Name }>) => Result;
};
declare function match<Failure extends Error, Result>(error: Failure, cases: Cases<Failure, Result>): Result;

export async function generic(client: sdk.AmplifyBackendClient, command: sdk.CloneBackendCommand): Promise<string> {
  const result = await client.safeSend(command);
  if (result.success) return result.data.JobId ?? "";
  const { name } = result.error;
  name satisfies sdk.CloneBackendError["name"];
  // @ts-expect-error: no error has this name
  if (name === "NoSuchError") return "";
  if (name === "TimeoutError") return String(result.error.name);
  // @ts-expect-error: cases are missing
  match(result.error, { AbortError: (error) => error.message });
  return name;
}
`;
