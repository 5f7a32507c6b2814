import { AbortError } from "./abort-error.js";
import type { ClientError } from "./client-error.js";
import { ConfigurationError } from "./configuration-error.js";
import { CredentialsProviderError } from "./credentials-provider-error.js";
import { InputValidationError } from "./input-validation-error.js";
import { isMadeBy } from "./instance-of.js";
import { NetworkError } from "./network-error.js";
import { OutputValidationError } from "./output-validation-error.js";
import { ResponseParseError } from "./response-parse-error.js";
import { TimeoutError } from "./timeout-error.js";

type ClassOf<Name extends ClientError["name"]> = abstract new (
  ...parameters: never[]
) => Extract<ClientError, { name: Name }>;

/** Every class of {@link ClientError}, by the name that callers narrow by. */
const CLASSES: { readonly [Name in ClientError["name"]]: ClassOf<Name> } = {
  AbortError,
  ConfigurationError,
  CredentialsProviderError,
  InputValidationError,
  NetworkError,
  OutputValidationError,
  ResponseParseError,
  TimeoutError,
};

/** Whether a value is one of the runtime's own errors, and is called as its class is. */
export function isClientError(value: unknown): value is ClientError {
  return Object.entries(CLASSES).some(
    ([name, type]) => isMadeBy<ClientError>(type, value) && value.name === name,
  );
}
