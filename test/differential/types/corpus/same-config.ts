import { AmplifyBackend, AmplifyBackendClient, GetBackendCommand } from "@aws-sdk/client-amplifybackend";

export async function main(): Promise<void> {
  const first = new AmplifyBackendClient({ region: "ap-southeast-2", maxAttempts: 2 });
  const { region, credentials, requestHandler, maxAttempts } = first.config;
  const second = new AmplifyBackendClient({ region, credentials, requestHandler });
  const third = new AmplifyBackend({ maxAttempts, region: "us-west-2" });
  const command = new GetBackendCommand({ AppId: "d1corpus" });
  for (const client of [first, second, third]) {
    const { AppName } = await client.send(command);
    console.log(AppName, await client.config.region(), await client.config.maxAttempts());
  }
}
