import { ConfigurationError } from "../errors/configuration-error.js";

/**
 * Options of AWS SDK for JavaScript v2 that decide who calls, how often, or how, and what takes their place. To pass them
 * over would be to call as somebody else, or to repeat what must not be repeated.
 */
const FORMER: Readonly<Record<string, string>> = {
  accessKeyId: "credentials: { accessKeyId, secretAccessKey }",
  secretAccessKey: "credentials: { accessKeyId, secretAccessKey }",
  sessionToken: "credentials: { accessKeyId, secretAccessKey, sessionToken }",
  credentialProvider: "credentials: a function that fetches them",
  maxRetries: "maxAttempts, which counts the first one, too",
  httpOptions: "requestHandler: { connectionTimeout, socketTimeout, httpsAgent, proxy }",
  paramValidation: "validation: { input, min, max, pattern, enum }",
  sslEnabled: "the protocol of the endpoint",
  hostPrefixEnabled: "disableHostPrefix",
};

/** Types do not know such options, but code that came from v2 may have them. @throws {@link ConfigurationError} */
export function refuseFormerOptions(config: object): void {
  for (const [name, value] of Object.entries(config)) {
    if (value === undefined || !Object.hasOwn(FORMER, name)) continue;
    throw new ConfigurationError(`${name} is an option of AWS SDK v2. Here it is ${FORMER[name]}.`);
  }
}
