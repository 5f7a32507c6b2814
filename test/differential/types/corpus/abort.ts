import { AmplifyBackendClient, GetBackendCommand } from "@aws-sdk/client-amplifybackend";

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient({});
  const controller = new AbortController();
  const command = new GetBackendCommand({ AppId: "d1corpus" });
  const fine = await client.send(command, { abortSignal: controller.signal });
  console.log(fine.AppName);
  controller.abort();
  try {
    await client.send(command, { abortSignal: controller.signal });
  } catch (error) {
    console.log(error instanceof Error, (error as Error).name);
  }
  const again = await client.send(command, { abortSignal: AbortSignal.timeout(5_000) });
  console.log(again.$metadata.attempts);
  client.destroy();
}
