import { AmplifyBackendClient, CreateBackendCommand, GetBackendJobCommand } from "@tinsmith/amplifybackend";
import {
  createLocalAmplifyBackend,
  type LocalAmplifyBackend,
  type LocalAmplifyBackendOptions,
  ManualClock,
  SeededIds,
} from "@tinsmith/amplifybackend/local";

/** The instant at which every test's world begins. */
export const START = Date.UTC(2026, 0, 2, 3, 4, 5);
/** Long enough for a job with the default delays. */
export const JOB_TIME = 1000;

/** Id of the app that the tests work on. */
export const APP = "d2fxkq1example";

/** The first environment of that app. */
export const DEV = { AppId: APP, BackendEnvironmentName: "dev" };

/** A local service whose time stands still, and a client of it that does not repeat calls. */
export interface World {
  readonly clock: ManualClock;
  readonly local: LocalAmplifyBackend;
  readonly client: AmplifyBackendClient;
  /** Lets all jobs come to their end. */
  readonly finishJobs: () => void;
}

/** A world without an app. */
export const createWorld = (options: LocalAmplifyBackendOptions = {}): World => {
  const clock = new ManualClock(START);
  const local = createLocalAmplifyBackend({ clock, ids: new SeededIds(1), ...options });
  const client = new AmplifyBackendClient({ ...local.clientConfig(), maxAttempts: 1 });
  return { clock, local, client, finishJobs: () => clock.advance(JOB_TIME) };
};

/** A world with an app that has one environment, `dev`. */
export const createWorldWithBackend = async (options: LocalAmplifyBackendOptions = {}): Promise<World> => {
  const world = createWorld(options);
  await world.client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }));
  world.finishJobs();
  return world;
};

/** What GetBackendJob says of a job that was just started. */
export const readJob = async ({ client }: World, { JobId = "" }: { JobId?: string | undefined }) =>
  client.send(new GetBackendJobCommand({ ...DEV, JobId }));
