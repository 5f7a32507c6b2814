import {
  AmplifyBackendClient,
  GetBackendCommand,
  type GetBackendCommandOutput,
  ListBackendJobsCommand,
} from "@aws-sdk/client-amplifybackend";
import type { Client, Command, GetOutputType, HttpHandlerOptions, MetadataBearer } from "@smithy/types";

/** Sends a command of any AWS client, as libraries do that are made for all of them. */
async function timed<
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
  Config,
  Input extends ClientInput,
  Output extends ClientOutput,
>(
  client: Client<ClientInput, ClientOutput, Config>,
  command: Command<ClientInput, Input, ClientOutput, Output, Config>,
  options: HttpHandlerOptions = {},
): Promise<Output> {
  const output = await client.send(command, options);
  console.log(command.constructor.name, output.$metadata.httpStatusCode);
  return output;
}

/** As libraries that mock clients declare it. */
function mocked<Input extends object, Output extends MetadataBearer, Config>(type: {
  prototype: Client<Input, Output, Config>;
}) {
  const original = type.prototype.send;
  return {
    on<CommandInput extends Input, CommandOutput extends Output>(
      _command: new (input: CommandInput) => Command<Input, CommandInput, Output, CommandOutput, Config>,
      answer: (input: CommandInput) => Partial<CommandOutput>,
    ): void {
      const send = async (command: { input: CommandInput }) => answer(command.input);
      Object.assign(type.prototype, { send });
    },
    restore: () => Object.assign(type.prototype, { send: original }),
  };
}

const describe = (output: GetOutputType<GetBackendCommand>): string | undefined => output.AppName;

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient({});
  const { AppName } = await timed(client, new GetBackendCommand({ AppId: "d1corpus" }));
  const jobs = new ListBackendJobsCommand({ AppId: "d1corpus", BackendEnvironmentName: "dev" });
  const { Jobs } = await timed(client, jobs, { requestTimeout: 5_000 });
  console.log(AppName, Jobs?.length);
  const mock = mocked(AmplifyBackendClient);
  mock.on(GetBackendCommand, ({ AppId }) => ({ AppName: `mock of ${AppId}` }));
  const output: GetBackendCommandOutput = await client.send(new GetBackendCommand({ AppId: "d7" }));
  console.log(describe(output));
  mock.restore();
  console.log(describe(await client.send(new GetBackendCommand({ AppId: "d1corpus" }))));
}
