import {
  type __MetadataBearer,
  type $Command,
  AmplifyBackendClient,
  type AmplifyBackendClientResolvedConfig,
  GetBackendCommand,
  ListBackendJobsCommand,
  type ServiceInputTypes,
  type ServiceOutputTypes,
} from "@aws-sdk/client-amplifybackend";

const client = new AmplifyBackendClient({});

/** Wraps every call of an application. */
async function call<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
  command: $Command<Input, Output, AmplifyBackendClientResolvedConfig>,
): Promise<Output> {
  const output = await client.send(command);
  log(command.constructor.name, output);
  return output;
}

function log(name: string, { $metadata }: __MetadataBearer): void {
  console.log(name, $metadata.httpStatusCode);
}

async function collect<Output extends ServiceOutputTypes>(calls: readonly (() => Promise<Output>)[]) {
  const outputs: Output[] = [];
  for (const start of calls) outputs.push(await start());
  return outputs;
}

export async function main(): Promise<void> {
  const { AppName } = await call(new GetBackendCommand({ AppId: "d1corpus" }));
  const jobs = new ListBackendJobsCommand({ AppId: "d1corpus", BackendEnvironmentName: "dev" });
  const { Jobs } = await call(jobs);
  console.log(AppName, Jobs?.length);
  const [first] = await collect([() => call(jobs)]);
  console.log(first?.Jobs?.[0]?.Operation);
}
