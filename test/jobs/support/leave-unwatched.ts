import { AmplifyBackendClient, BackendJobPoller, CreateBackendCommand } from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";

// A process of its own: it starts a job that fails, awaits nobody, and looks at the poller's state when all is over.
const local = createLocalAmplifyBackend({ jobDelays: { pending: 1, running: 1 } });
local.stage({ kind: "jobFailure", error: "no" });
const client = new AmplifyBackendClient(local.clientConfig());
const command = new CreateBackendCommand({ AppId: "app", AppName: "shop", BackendEnvironmentName: "dev" });
const poller = BackendJobPoller.start(client, command, { minDelay: 0.01, maxDelay: 0.05 });
process.on("exit", () => process.stdout.write(`${poller.state.phase} ${poller.state.error?.name}\n`));
