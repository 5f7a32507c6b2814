import type { AbortError } from "./abort-error.js";
import type { ConfigurationError } from "./configuration-error.js";
import type { CredentialsProviderError } from "./credentials-provider-error.js";
import type { InputValidationError } from "./input-validation-error.js";
import type { NetworkError } from "./network-error.js";
import type { OutputValidationError } from "./output-validation-error.js";
import type { ResponseParseError } from "./response-parse-error.js";
import type { TimeoutError } from "./timeout-error.js";

/** Everything but the service's own errors that can come out of a call; narrow it by `name`. */
export type ClientError =
  | AbortError
  | ConfigurationError
  | CredentialsProviderError
  | InputValidationError
  | NetworkError
  | OutputValidationError
  | ResponseParseError
  | TimeoutError;
