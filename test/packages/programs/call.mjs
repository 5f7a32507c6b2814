// Calls a local service on a port: once in vain, once for good.
import { AmplifyBackendClient, CreateBackendCommand } from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";

const local = createLocalAmplifyBackend();
const server = await local.listen();
const client = new AmplifyBackendClient(local.clientConfig(server));
const input = { AppId: "d2fxkq1example", AppName: "shop", BackendEnvironmentName: "dev" };
const { error } = await client.safeSend(new CreateBackendCommand({ ...input, AppName: 5 }));
const { Status } = await client.send(new CreateBackendCommand(input));
console.log(error?.name, Status, local.journal.entries.length);
client.destroy();
await server.close();
