import { ConfigurationError } from "../errors/configuration-error.js";

/** The error for code that uses the middleware of AWS's clients; on a command, that is mostly one of these clients. */
export function noMiddleware(what: "client" | "command"): ConfigurationError {
  const mixed = what === "command" ? " To send a command, take it and the client from one package." : "";
  return new ConfigurationError(
    `A ${what} has no middleware: use \`hooks: { onRequest, onResponse, onRetry, onError }\` in the client's configuration ` +
      `or in the options of \`send\`.${mixed}`,
  );
}
