import {
  AmplifyBackend,
  type AmplifyBackendRequestOptions,
  GetBackendCommand,
} from "@aws-sdk/client-amplifybackend";

const patient: AmplifyBackendRequestOptions = { requestTimeout: 10_000 };

export async function main(): Promise<void> {
  const client = new AmplifyBackend({ maxAttempts: async () => 1 });
  const one = await client.send(new GetBackendCommand({ AppId: "d1corpus" }), { requestTimeout: 10_000 });
  const two = await client.getBackend({ AppId: "d1corpus" }, patient);
  console.log(one.AppName === two.AppName, two.$metadata.httpStatusCode);
}
