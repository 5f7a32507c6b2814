import type { AwsCredentialIdentity } from "../credentials/identity.js";
import type { HashConstructor } from "./hash.js";

/** The last key of each identity, and what it was made from. */
const known = new WeakMap<AwsCredentialIdentity, KnownKey>();

interface KnownKey {
  readonly sha256: HashConstructor;
  readonly from: string;
  readonly key: Uint8Array;
}

/**
 * Derives the key that signs the requests of a day, or takes the last one, if it is the same.
 *
 * @param scope - day, region, service and `aws4_request`, with `/` in between
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#derive-signing-key
 */
export function signingKey(
  sha256: HashConstructor,
  identity: AwsCredentialIdentity,
  scope: string,
): Uint8Array | Promise<Uint8Array> {
  // An identity may get another secret.
  const from = `${scope} ${identity.secretAccessKey}`;
  const last = known.get(identity);
  return last?.from === from && last.sha256 === sha256 ? last.key : derive(sha256, identity, scope, from);
}

async function derive(
  sha256: HashConstructor,
  identity: AwsCredentialIdentity,
  scope: string,
  from: string,
): Promise<Uint8Array> {
  let key: string | Uint8Array = `AWS4${identity.secretAccessKey}`;
  for (const part of scope.split("/")) {
    const hash: InstanceType<HashConstructor> = new sha256(key);
    hash.update(new TextEncoder().encode(part));
    key = await hash.digest();
  }
  known.set(identity, { sha256, from, key: key as Uint8Array });
  return key as Uint8Array;
}
