import { AmplifyBackendClient, type AmplifyBackendClientConfig } from "@aws-sdk/client-amplifybackend";
import { HttpRequest } from "@smithy/core/protocols";
import type { CapturedRequest } from "../../../../runtime/src/testing/local-server.js";

/** Signs captured requests anew, with the official client's own signer. */
export class OfficialSigner {
  readonly #client: AmplifyBackendClient;

  constructor(config: AmplifyBackendClientConfig) {
    this.#client = new AmplifyBackendClient(config);
  }

  /** The `authorization` that the official client gives a request with these signed headers, at this time. */
  async authorizationOf({ method, url, headers, bytes }: CapturedRequest): Promise<string | undefined> {
    const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "")?.[1]?.split(";") ?? [];
    const signer = await this.#client.config.signer();
    const request = new HttpRequest({
      method,
      path: url,
      headers: Object.fromEntries(signed.map((name) => [name, String(headers[name])])),
      ...(bytes.length === 0 ? {} : { body: bytes }),
    });
    const { headers: resigned } = await signer.sign(request, {
      signingDate: readDate(String(headers["x-amz-date"])),
    });
    return resigned["authorization"];
  }
}

function readDate(text: string): Date {
  return new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}
