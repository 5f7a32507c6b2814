import { ConfigurationError } from "../errors/configuration-error.js";

/** The error of whoever looks for the middleware of AWS's clients; of a command, that is mostly a client of AWS's. */
export function noMiddleware(what: "client" | "command"): ConfigurationError {
  const mixed = what === "command" ? " To send a command, take it and the client from one package." : "";
  return new ConfigurationError(
    `A ${what} has no middleware: use \`hooks: { onRequest, onResponse, onRetry, onError }\` in the client's configuration ` +
      `or in the options of \`send\`.${mixed}`,
  );
}
