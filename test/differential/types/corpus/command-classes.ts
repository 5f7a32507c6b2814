import {
  __Client,
  $Command,
  AmplifyBackendClient,
  DeleteBackendCommand,
  GetBackendCommand,
  RemoveAllBackendsCommand,
} from "@aws-sdk/client-amplifybackend";

const client = new AmplifyBackendClient({});

const commands = { DeleteBackendCommand, GetBackendCommand };

type Input = ConstructorParameters<typeof GetBackendCommand>[0];
type AnyCommand = InstanceType<(typeof commands)[keyof typeof commands]>;

const input: Input = { AppId: "d1corpus" };
const queue: AnyCommand[] = [
  new commands.GetBackendCommand(input),
  new DeleteBackendCommand({ ...input, BackendEnvironmentName: "dev" }),
];

async function dispatch(command: AnyCommand): Promise<string | undefined> {
  if (command instanceof GetBackendCommand) return (await client.send(command)).AppName;
  const { Operation } = await client.send(command);
  return Operation;
}

export async function main(): Promise<void> {
  for (const command of queue) console.log(command.constructor.name, await dispatch(command));
  console.log(new RemoveAllBackendsCommand({ AppId: "d1" }) instanceof $Command, client instanceof __Client);
}
