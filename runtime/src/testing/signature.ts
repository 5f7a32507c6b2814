import { createHash, createHmac } from "node:crypto";
import type { CapturedRequest } from "./local-server.js";

const hash = (data: string): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();

/** The two signatures of a request: the one that it carries, and the one that its bytes ask for. */
export interface Signatures {
  readonly carried: string;
  readonly due: string;
}

/**
 * Works out the signature of a request as it came over the wire, by the text of the specification alone: a signer that
 * shares code with the client would share its mistakes.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signaturesOf(request: CapturedRequest, secretAccessKey: string): Signatures {
  const { authorization = "", "x-amz-date": time } = request.headers;
  const [, scope = "", signedHeaders = "", carried = ""] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(authorization) ?? [];
  const toSign = ["AWS4-HMAC-SHA256", time, scope, hash(canonicalRequest(request, signedHeaders))].join("\n");
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return { carried, due: hmac(key, toSign).toString("hex") };
}

function canonicalRequest({ method, url, headers, body }: CapturedRequest, signedHeaders: string): string {
  const [path = "", query = ""] = url.split("?");
  const lines = signedHeaders.split(";").map((name) => `${name}:${String(headers[name]).trim()}`);
  const parameters = query.split("&").sort().join("&");
  // Every service but S3 wants the path encoded once more.
  const encoded = path.split("/").map(encode).join("/");
  return [method, encoded, parameters, ...lines, "", signedHeaders, hash(body)].join("\n");
}

function encode(text: string): string {
  const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}
