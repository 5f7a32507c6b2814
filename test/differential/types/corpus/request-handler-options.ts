import { AmplifyBackendClient, GetBackendCommand } from "@aws-sdk/client-amplifybackend";

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient({
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: 5_000,
      httpAgent: { keepAlive: true, maxSockets: 5 },
      httpsAgent: { maxSockets: 25 },
    },
  });
  const { AppName } = await client.send(new GetBackendCommand({ AppId: "d1corpus" }));
  console.log(AppName, typeof client.config.requestHandler.handle);
  client.destroy();
}
