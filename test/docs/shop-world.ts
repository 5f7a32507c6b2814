import {
  AmplifyBackendClient,
  CreateBackendCommand,
  waitUntilBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";

/** A service that the programs of the documentation can call: it has one app, with one environment. */
export interface ShopWorld {
  /** Variables that lead AWS's clients to it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const BACKEND = { AppId: "d2fxkq1example", BackendEnvironmentName: "dev" };

/** Starts a local service in which the environment `dev` of the app `d2fxkq1example` has been created. */
export const startShopWorld = async (): Promise<ShopWorld> => {
  const local = createLocalAmplifyBackend({ jobDelays: { pending: 0, running: 1 } });
  const server = await local.listen();
  const client = new AmplifyBackendClient(local.clientConfig(server));
  const { JobId = "" } = await client.send(new CreateBackendCommand({ ...BACKEND, AppName: "shop" }));
  await waitUntilBackendJobCompleted({ client, maxWaitTime: 30, minDelay: 0.05 }, { ...BACKEND, JobId });
  // The app of the model's examples.
  await client.send(
    new CreateBackendCommand({
      AppId: "d1a2b3c4example5",
      AppName: "todo",
      BackendEnvironmentName: "dev",
    }),
  );
  client.destroy();
  return {
    environment: {
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
      AWS_ENDPOINT_URL_AMPLIFYBACKEND: server.endpoint,
    },
    close: () => server.close(),
  };
};
