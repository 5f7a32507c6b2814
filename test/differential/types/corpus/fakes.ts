import {
  AmplifyBackendClient,
  GetBackendCommand,
  type GetBackendCommandOutput,
  ListBackendJobsCommand,
} from "@aws-sdk/client-amplifybackend";
import { fn } from "jest-mock";

type Sender = Pick<AmplifyBackendClient, "send">;

class Fake extends AmplifyBackendClient {
  override async send(command: any): Promise<any> {
    return { AppName: `fake of ${command.input.AppId}`, $metadata: {} };
  }
}

async function appName(client: Sender, AppId: string): Promise<string | undefined> {
  return (await client.send(new GetBackendCommand({ AppId }))).AppName;
}

export async function main(): Promise<void> {
  console.log(await appName(new Fake({}), "d1"));
  const fake: Sender = { send: fn<(command: any) => Promise<any>>(async () => ({ AppName: "any" })) };
  console.log(await appName(fake, "d2"));
  const client = new AmplifyBackendClient({});
  client.send = fn<() => Promise<any>>()
    .mockRejectedValueOnce(new Error("first"))
    .mockResolvedValue({ AppName: "then" });
  console.log(
    await appName(client, "d3").catch((error: Error) => error.message),
    await appName(client, "d3"),
  );
  const canned = { BackendEnvironmentList: ["dev"], $metadata: {} } satisfies GetBackendCommandOutput;
  const sender = { send: async () => canned } as unknown as Sender;
  const both = await Promise.all([
    sender.send(new GetBackendCommand({ AppId: "d4" })),
    sender.send(new ListBackendJobsCommand({ AppId: "d4", BackendEnvironmentName: "dev" })),
  ]);
  console.log(both[0].BackendEnvironmentList, both[1].Jobs);
}
