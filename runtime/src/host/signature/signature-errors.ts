import { HostError } from "../host-error.js";

/**
 * What AWS answers to a request whose caller it cannot make sure of. Status 403 each, names as clients look
 * them up to tell a wrong clock from a wrong key.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/CommonErrors.html
 */
const refuse = (name: string, message: string): HostError => new HostError({ name, message, status: 403 });

export const missingAuthenticationToken = (): HostError =>
  refuse("MissingAuthenticationTokenException", "Missing Authentication Token");

export const incompleteSignature = (what: string): HostError => refuse("IncompleteSignatureException", what);

export const unrecognizedClient = (): HostError =>
  refuse("UnrecognizedClientException", "The security token included in the request is invalid.");

export const expiredToken = (): HostError =>
  refuse("ExpiredTokenException", "The security token included in the request is expired");

export const invalidSignature = (message: string): HostError => refuse("InvalidSignatureException", message);

export const signatureMismatch = (): HostError =>
  invalidSignature(
    "The request signature we calculated does not match the signature you provided. " +
      "Check your AWS Secret Access Key and signing method.",
  );
