import type { HostRequest } from "../message.js";
import { type AuthorizationHeader, parseAuthorizationHeader } from "./authorization-header.js";
import type { CredentialsLookup, HostCredentials } from "./credentials.js";
import { recomputeSignature } from "./recompute-signature.js";
import {
  expiredToken,
  incompleteSignature,
  invalidSignature,
  missingAuthenticationToken,
  signatureMismatch,
  unrecognizedClient,
} from "./signature-errors.js";

/** How far a request's date may be from the host's clock, either way: 5 minutes, in milliseconds. */
export const CLOCK_SKEW_LIMIT = 5 * 60 * 1000;

/** What a request's signature is held against. */
export interface SignatureExpectation {
  /** Name that requests for the service are signed under. */
  readonly signingName: string;
  /** Regions that the host answers for; any where left out. */
  readonly regions?: readonly string[] | undefined;
  readonly credentials: CredentialsLookup;
  /** The host's time in milliseconds since the epoch. */
  readonly now: number;
}

/** Who made a request, once that is proven. */
export interface Caller {
  readonly accessKeyId: string;
  /** Region that the request was signed for. */
  readonly region: string;
}

/**
 * Makes sure that a request was signed by someone whom the host knows, for this service, region and time, and
 * was not changed since.
 *
 * @throws HostError as AWS answers, status 403
 */
export const verifySignature = async (
  request: HostRequest,
  expectation: SignatureExpectation,
): Promise<Caller> => {
  const header = readHeader(request);
  const signedAt = readDate(request, header);
  checkScope(header, expectation);
  const credentials = await findCredentials(request, header, expectation);
  checkClock(signedAt, expectation.now);
  if ((await recomputeSignature(request, header, credentials, signedAt)) !== header.signature) {
    throw signatureMismatch();
  }
  return { accessKeyId: header.accessKeyId, region: header.region };
};

const readHeader = ({ headers }: HostRequest): AuthorizationHeader => {
  const authorization = headers["authorization"];
  if (authorization === undefined) throw missingAuthenticationToken();
  const header = parseAuthorizationHeader(authorization);
  if (header === undefined) {
    throw incompleteSignature("Authorization header requires Credential, SignedHeaders and Signature");
  }
  const missing = header.signedHeaders.find((name) => !Object.hasOwn(headers, name));
  if (missing !== undefined) throw incompleteSignature(`Signed header ${missing} did not arrive`);
  const unsigned = Object.keys(headers).find(
    (name) => mustBeSigned(name) && !header.signedHeaders.includes(name),
  );
  if (unsigned !== undefined) {
    throw invalidSignature(`'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`);
  }
  return header;
};

/** The headers that change what a request means, without which a signature proves nothing. */
const mustBeSigned = (name: string): boolean =>
  name === "host" || name === "x-amz-date" || name === "x-amz-security-token";

const readDate = ({ headers }: HostRequest, header: AuthorizationHeader): Date => {
  const text = headers["x-amz-date"] ?? "";
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const date = new Date(parts === null ? Number.NaN : text.replace(parts[0], isoOf(parts)));
  if (Number.isNaN(date.getTime()))
    throw incompleteSignature("Date must be in ISO-8601 basic format in 'X-Amz-Date'");
  if (!text.startsWith(header.date)) {
    throw invalidSignature(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date: ${text}`,
    );
  }
  return date;
};

const isoOf = ([, year, month, day, hour, minute, second]: readonly string[]): string =>
  `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;

const checkScope = (header: AuthorizationHeader, { regions, signingName }: SignatureExpectation): void => {
  if (regions !== undefined && !regions.includes(header.region)) {
    throw invalidSignature("Credential should be scoped to a valid region.");
  }
  if (header.service !== signingName) {
    throw invalidSignature(`Credential should be scoped to correct service: '${signingName}'.`);
  }
};

const findCredentials = async (
  request: HostRequest,
  header: AuthorizationHeader,
  { credentials, now }: SignatureExpectation,
): Promise<HostCredentials> => {
  const known = await credentials(header.accessKeyId);
  if (known === undefined || known.sessionToken !== request.headers["x-amz-security-token"]) {
    throw unrecognizedClient();
  }
  if (known.expiration !== undefined && known.expiration.getTime() <= now) throw expiredToken();
  return known;
};

const checkClock = (signedAt: Date, now: number): void => {
  const lead = signedAt.getTime() - now;
  if (Math.abs(lead) <= CLOCK_SKEW_LIMIT) return;
  const edge = now + Math.sign(lead) * CLOCK_SKEW_LIMIT;
  const [signed, limit, host] = [signedAt.getTime(), edge, now].map(basicDate);
  throw invalidSignature(
    lead < 0
      ? `Signature expired: ${signed} is now earlier than ${limit} (${host} - 5 min.)`
      : `Signature not yet current: ${signed} is still later than ${limit} (${host} + 5 min.)`,
  );
};

const basicDate = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, "");
