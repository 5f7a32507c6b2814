import { ConfigurationError } from "../errors/configuration-error.js";

/** Keys of AWS's clients that would change what is sent, in ways that there are not here, and what does that instead. */
const REFUSED: Readonly<Record<string, string>> = {
  endpointProvider: "pass `endpoint`, which may be a function",
  extensions:
    "pass what the extensions would set: `region`, `credentials`, `requestHandler`, `retryStrategy`",
  httpAuthSchemeProvider: "pass `signer` or `credentials`",
  httpAuthSchemes: "pass `signer` or `credentials`",
  protocol: "the service speaks one protocol, and the client knows it",
  protocolSettings: "the service speaks one protocol, and the client knows it",
  signerConstructor: "pass `signer`",
};

/** What AWS's clients fill in for themselves: of no use for another client. */
const INTERNAL = new Set([
  ...Object.keys(REFUSED),
  "apiVersion",
  "credentialDefaultProvider",
  "defaultUserAgentProvider",
  "serviceId",
  "sha256",
  "signer",
]);

/**
 * Takes a configuration as the user wrote it, or as one of AWS's clients shows it in `client.config`, of which it keeps
 * what means the same here.
 *
 * @throws {@link ConfigurationError} for keys that there are only in AWS's clients and that must not be passed over
 */
export function readForeignConfig<Config extends object>(config: Config): Config {
  if (isResolvedByAws(config)) return withoutInternals(config);
  for (const [key, advice] of Object.entries(REFUSED)) {
    const value: unknown = Reflect.get(config, key);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    throw new ConfigurationError(`\`${key}\` is a key of AWS's own clients: ${advice}.`);
  }
  return config;
}

/** Nobody writes this key; clients of AWS fill it in. */
function isResolvedByAws(config: object): boolean {
  return typeof Reflect.get(config, "serviceConfiguredEndpoint") === "function";
}

function withoutInternals<Config extends object>(config: Config): Config {
  const kept = Object.entries(config).filter(([key]) => !INTERNAL.has(key));
  return Object.fromEntries(kept) as Config;
}
