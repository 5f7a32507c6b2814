import { AmplifyBackendClient, BackendJobPoller, CreateBackendCommand } from "@tinsmith/amplifybackend";

// A process of its own. Without a poller to resume it starts a job, prints what another process needs, and follows it; else
// it follows the job on, and prints how it ended.
const [, , endpoint = "", accessKeyId = "", secretAccessKey = "", serialized] = process.argv;
const credentials = { accessKeyId, secretAccessKey };
const client = new AmplifyBackendClient({ endpoint, region: "eu-central-1", credentials });
const delays = { minDelay: 0.02, maxDelay: 0.1 };
if (serialized === undefined) {
  const command = new CreateBackendCommand({
    AppId: "d2fxkq1example",
    AppName: "shop",
    BackendEnvironmentName: "dev",
  });
  const poller = BackendJobPoller.start(client, command, delays);
  await poller.started();
  process.stdout.write(poller.serialize());
  await poller;
} else {
  const poller = BackendJobPoller.resume(client, serialized, delays);
  const { Status } = await poller;
  process.stdout.write(`${poller.state.operation} ${Status}`);
}
