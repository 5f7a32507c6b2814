import type { LocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { signedRequest } from "../../../runtime/src/host/fixtures/signed-request.js";

/** Sends what no client would: a request made by hand, but signed as it should be. */
export const sendSigned = async (
  local: LocalAmplifyBackend,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly status: number; readonly text: string }> => {
  const { credentials, region } = local.clientConfig();
  const text = body === undefined ? undefined : JSON.stringify(body);
  const choice = { credentials, region, service: "amplifybackend", date: Date.now() };
  const request = await signedRequest(method, path, text, choice);
  const { response } = await local.requestHandler().handle(request);
  return { status: response.statusCode, text: new TextDecoder().decode(response.body as Uint8Array) };
};
