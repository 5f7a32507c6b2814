import { ConfigurationError } from "../errors/configuration-error.js";
import type { ClientConfig } from "./client-config.js";

/**
 * Keys of AWS's clients, of both versions, that decide who calls, how often, or what is sent, and what to pass here in
 * their place. To ignore them would be to call as somebody else, or to repeat what must not be repeated.
 */
const REFUSED: Readonly<Record<string, string>> = {
  accessKeyId: "`credentials`",
  credentialProvider: "`credentials`",
  endpointProvider: "`endpoint`, which may be a function",
  extensions: "what the extensions would set",
  hostPrefixEnabled: "`disableHostPrefix`",
  httpAuthSchemeProvider: "`signer` or `credentials`",
  httpAuthSchemes: "`signer` or `credentials`",
  httpOptions: "`requestHandler`",
  maxRetries: "`maxAttempts`, which includes the first attempt",
  paramValidation: "`validation`",
  protocol: "nothing, the client knows the service's protocol",
  protocolSettings: "nothing, the client knows the service's protocol",
  secretAccessKey: "`credentials`",
  sessionToken: "`credentials`",
  signerConstructor: "`signer`",
  sslEnabled: "`endpoint`, which has the protocol",
};

/** What version 3 of AWS's clients fills in for itself: of no use for another client. */
const INTERNAL =
  /^(?:apiVersion|credentialDefaultProvider|defaultUserAgentProvider|endpointProvider|extensions|httpAuthSchemeProvider|httpAuthSchemes|protocol|protocolSettings|serviceId|sha256|signer|signerConstructor)$/;

/** Keys of which null is refused: credentials, since it must not lead to another account, and keys that AWS's clients lack. */
const NEVER_NULL = /^(?:credentials|params|validation)$/;

/**
 * Reads a configuration as the user wrote it, or as one of AWS's clients shows it in `client.config`, of which it keeps
 * what means the same here. From JavaScript, null says nothing, as in AWS's clients.
 *
 * @throws {@link ConfigurationError} for keys that only AWS's clients have and that must not be ignored
 */
export function readConfig(given: ClientConfig | null): ClientConfig {
  const whole = given ?? {};
  // No user writes this key: AWS's clients fill it in.
  const isShownByAws = typeof Reflect.get(whole, "serviceConfiguredEndpoint") === "function";
  const entries = Object.entries(whole);
  const kept = entries.filter(
    ([key, value]) => (value !== null || NEVER_NULL.test(key)) && !(isShownByAws && INTERNAL.test(key)),
  );
  // A configuration may be of a class of the user's own: it stays one.
  const config: ClientConfig =
    kept.length === entries.length
      ? whole
      : Object.setPrototypeOf(Object.fromEntries(kept), Object.getPrototypeOf(whole));
  refuseForeignKeys(config);
  return config;
}

function refuseForeignKeys(config: ClientConfig): void {
  for (const [key, successor] of Object.entries(REFUSED)) {
    const value: unknown = Reflect.get(config, key);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    throw new ConfigurationError(`\`${key}\` is a key of AWS's own clients: pass ${successor}.`);
  }
}
