/** What an `Authorization` header of signature version 4 says. */
export interface AuthorizationHeader {
  readonly accessKeyId: string;
  /** Day that the signing key is made for, as `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Lower-case names of the headers that were signed. */
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits. */
  readonly signature: string;
}

/**
 * Reads an `Authorization` header.
 *
 * @returns nothing where it is not a complete header of AWS4-HMAC-SHA256
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export const parseAuthorizationHeader = (header: string): AuthorizationHeader | undefined => {
  const parameters = /^AWS4-HMAC-SHA256\s+(.+)$/s.exec(header)?.[1];
  if (parameters === undefined) return undefined;
  const fields = new Map(parameters.split(",").map(parseField));
  // An access key may hold slashes; the scope behind it never does.
  const scope = /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(fields.get("Credential") ?? "");
  const signedHeaders = fields.get("SignedHeaders");
  const signature = fields.get("Signature");
  if (scope === null || !signedHeaders || !signature) return undefined;
  const [, accessKeyId = "", date = "", region = "", service = ""] = scope;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(";"), signature };
};

const parseField = (text: string): [string, string] => {
  const [name = "", ...value] = text.trim().split("=");
  return [name, value.join("=")];
};
