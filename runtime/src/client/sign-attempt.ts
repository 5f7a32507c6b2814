import { ask, type Steps, settle, takeSteps } from "../common/steps.js";
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
export interface SignedAttempt extends SignedAt {
  readonly request: HttpRequest;
  readonly identity: AwsCredentialIdentity;
  /** Whether the client keeps to its own clock, whatever the service says. */
  readonly keepsClock: boolean;
}

/**
 * Fetches credentials and signs a request with them, or with the user's own signer.
 *
 * @throws AbortError, CredentialsProviderError, ConfigurationError
 */
export function signAttempt(
  context: CallContext,
  request: HttpRequest,
): SignedAttempt | Promise<SignedAttempt> {
  return takeSteps(signInSteps(context, request), context.signal);
}

function* signInSteps({ config, service }: CallContext, request: HttpRequest): Steps<SignedAttempt> {
  const identity = yield* ask(config.credentials);
  const { signingRegion } = config;
  // A region of its own for the signature goes into a header of every request: it has to be fit for a host, too.
  const region = signingRegion === undefined ? yield* ask(config.region) : readRegion(signingRegion).region;
  const keepsClock = yield* ask(config.disableClockSkewCorrection);
  const signer = config.signer && (yield* ask(config.signer));
  const offset = keepsClock ? 0 : config.systemClockOffset;
  const sentAt = config.environment.now();
  const date = new Date(sentAt + offset);
  const sign = (): Steps<SignedRequest> =>
    signer
      ? settle(signer.sign(request, { signingDate: date }))
      : signRequest(request, {
          identity,
          region,
          signingName: service.signingName,
          date,
          sha256: config.sha256,
          escapePath: config.signingEscapePath,
        });
  const target = requestTarget(request);
  const signed = yield* signSafely(sign);
  if (signer !== undefined && requestTarget(signed) !== target)
    throw new ConfigurationError("`signer` changed the request's method, protocol, host, port or path.");
  return { request: signed, identity, sentAt, offset, keepsClock };
}

/** What signs may be the user's own, and so what hashes. */
function* signSafely(sign: () => Steps<SignedRequest>): Steps<HttpRequest> {
  let request: Partial<SignedRequest> | undefined;
  try {
    request = yield* sign();
  } catch (cause) {
    if (isMadeBy(ConfigurationError, cause)) throw cause;
    throw new ConfigurationError("The request could not be signed with `signer` or `sha256`.", { cause });
  }
  if (typeof request?.headers !== "object")
    throw new ConfigurationError("`signer` did not answer with a request.");
  request.query ??= {};
  return request as HttpRequest;
}
