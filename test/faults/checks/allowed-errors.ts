import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { AmplifyBackendService } from "@tinsmith/amplifybackend/service";

/** What can come out of a call whose input and configuration are right. */
const CLIENT_ERRORS = ["AbortError", "NetworkError", "ResponseParseError", "TimeoutError"];

const COMMON = [
  ...AmplifyBackendService.commonErrors.map(({ descriptor }) => descriptor.name),
  "UnmodeledServiceException",
];

const allowed = new Map(
  AmplifyBackendOperations.map(({ name, errors }) => [
    name,
    new Set([...CLIENT_ERRORS, ...COMMON, ...errors.map(({ descriptor }) => descriptor.name)]),
  ]),
);

/** Whether an operation's union of errors has one of that name that may come out of this suite. */
export const isAllowed = (operation: string, error: string): boolean =>
  allowed.get(operation)?.has(error) === true;
