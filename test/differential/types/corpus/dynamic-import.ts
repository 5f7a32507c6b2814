import type { AmplifyBackendClient } from "@aws-sdk/client-amplifybackend";

let client: AmplifyBackendClient | undefined;

async function appName(appId: string): Promise<string | undefined> {
  const { AmplifyBackendClient, GetBackendCommand } = await import("@aws-sdk/client-amplifybackend");
  client ??= new AmplifyBackendClient({});
  const { AppName } = await client.send(new GetBackendCommand({ AppId: appId }));
  return AppName;
}

export async function main(): Promise<void> {
  console.log(await appName("d1corpus"), await appName("d1corpus"), client !== undefined);
}
