import { abortable, throwIfAborted } from "../common/abortable.js";
import type { Provider } from "../common/provider.js";
import type { AwsCredentialIdentity } from "../credentials/identity.js";
import { readRegion } from "../endpoint/region.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import type { SignedAt } from "../retry/clock-skew.js";
import type { SignedRequest } from "../signing/request-signer.js";
import { signRequest } from "../signing/sign-request.js";
import type { HttpRequest } from "../transport/http-handler.js";
import { requestTarget } from "../transport/request-target.js";
import type { CallContext } from "./call-context.js";

/** A request of which nothing may change any more. */
export interface SignedAttempt {
  readonly request: HttpRequest;
  readonly identity: AwsCredentialIdentity;
  readonly signedAt: SignedAt;
  /** Whether the client keeps to its own clock, whatever the service says. */
  readonly keepsClock: boolean;
}

/**
 * Fetches credentials and signs a request with them, or with the user's own signer.
 *
 * @throws AbortError, CredentialsProviderError, ConfigurationError
 */
export function signAttempt(context: CallContext, request: HttpRequest): Promise<SignedAttempt> {
  return abortable(signInSteps(context, request), context.signal);
}

/** Takes no further step once the call has ended. */
async function signInSteps(
  { config, service, signal }: CallContext,
  request: HttpRequest,
): Promise<SignedAttempt> {
  const step = async <Value>(provider: Provider<Value>): Promise<Value> => {
    const value = await provider();
    throwIfAborted(signal);
    return value;
  };
  const identity = await step(config.credentials);
  const { signingRegion } = config;
  // A region of its own for the signature goes into a header of every request: it has to be fit for a host, too.
  const region = signingRegion === undefined ? await step(config.region) : readRegion(signingRegion).region;
  const keepsClock = await step(config.disableClockSkewCorrection);
  const signer = config.signer && (await step(config.signer));
  const offset = keepsClock ? 0 : config.systemClockOffset;
  const sentAt = config.environment.now();
  const date = new Date(sentAt + offset);
  const sign = (): Promise<SignedRequest> =>
    signer
      ? signer.sign(request, { signingDate: date })
      : signRequest(request, {
          identity,
          region,
          signingName: service.signingName,
          date,
          sha256: config.sha256,
          escapePath: config.signingEscapePath,
        });
  const target = requestTarget(request);
  const signed = await signSafely(sign);
  if (signer !== undefined && requestTarget(signed) !== target)
    throw new ConfigurationError("`signer` changed the request's method, protocol, host, port or path.");
  return { request: signed, identity, signedAt: { sentAt, offset }, keepsClock };
}

/** What signs may be the user's own, and so what hashes. */
async function signSafely(sign: () => Promise<SignedRequest>): Promise<HttpRequest> {
  let request: Partial<SignedRequest> | undefined;
  try {
    request = await sign();
  } catch (cause) {
    if (isMadeBy(ConfigurationError, cause)) throw cause;
    throw new ConfigurationError("The request could not be signed with `signer` or `sha256`.", { cause });
  }
  if (typeof request?.headers !== "object")
    throw new ConfigurationError("`signer` did not answer with a request.");
  request.query ??= {};
  return request as HttpRequest;
}
