import {
  AmplifyBackend,
  AmplifyBackendClient,
  GetBackendCommand,
  type GetBackendCommandOutput,
} from "@aws-sdk/client-amplifybackend";
import { fn, spyOn } from "jest-mock";

const canned: GetBackendCommandOutput = { AppName: "canned", $metadata: {} };

async function appName(client: AmplifyBackendClient, appId: string): Promise<string | undefined> {
  return (await client.send(new GetBackendCommand({ AppId: appId }))).AppName;
}

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient({});
  const send = fn(async (command: GetBackendCommand) => ({ ...canned, AppId: command.input.AppId }));
  client.send = send as unknown as typeof client.send;
  console.log(await appName(client, "d9"), send.mock.calls[0]?.[0] instanceof GetBackendCommand);
  console.log(send.mock.calls[0]?.[0].input);

  const spied = spyOn(AmplifyBackendClient.prototype, "send").mockImplementation(async () => canned);
  console.log(await appName(new AmplifyBackendClient({}), "d8"), spied.mock.calls.length);
  const method = await new AmplifyBackend({}).getBackend({ AppId: "d7" });
  console.log(
    method.AppName,
    spied.mock.calls.map(([command]) => command.input),
  );
  spied.mockRestore();

  const amplify = new AmplifyBackend({});
  spyOn(amplify, "getBackend").mockImplementation(async () => canned);
  console.log((await amplify.getBackend({ AppId: "d6" })).AppName);
}
