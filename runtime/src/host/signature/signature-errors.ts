import { HostError } from "../host-error.js";

/**
 * What AWS answers to a request whose caller it cannot make sure of. Status 403 each, names as clients look
 * them up to tell a wrong clock from a wrong key.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/CommonErrors.html
 */
const refuse = (name: string, message: string): HostError => new HostError({ name, message, status: 403 });

/** Nobody has signed the request. */
export const missingAuthenticationToken = (): HostError =>
  refuse("MissingAuthenticationTokenException", "Missing Authentication Token");

/** The signature lacks something. */
export const incompleteSignature = (what: string): HostError => refuse("IncompleteSignatureException", what);

/** The key, or its session token, is not known. */
export const unrecognizedClient = (): HostError =>
  refuse("UnrecognizedClientException", "The security token included in the request is invalid.");

/** The credentials were good once. */
export const expiredToken = (): HostError =>
  refuse("ExpiredTokenException", "The security token included in the request is expired");

/** The signature is complete, but not for this service, region or time, or does not cover enough. */
export const invalidSignature = (message: string): HostError => refuse("InvalidSignatureException", message);

/** The secret is another, or the request was changed on its way. */
export const signatureMismatch = (): HostError =>
  invalidSignature(
    "The request signature we calculated does not match the signature you provided. " +
      "Check your AWS Secret Access Key and signing method.",
  );
