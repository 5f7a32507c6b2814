import { ConfigurationError } from "../errors/configuration-error.js";

/** The error of whoever looks for the middleware of AWS's clients. */
export function noMiddleware(what: string): ConfigurationError {
  return new ConfigurationError(
    `${what} has no middleware: use \`hooks: { onRequest, onResponse, onRetry, onError }\` in the client's configuration ` +
      "or in the options of `send`.",
  );
}
