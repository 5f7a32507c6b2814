import {
  AmplifyBackendClient,
  BackendJobPoller,
  CloneBackendCommand,
  CreateBackendAPICommand,
  CreateBackendCommand,
  DeleteBackendCommand,
  GenerateBackendAPIModelsCommand,
  GetBackendAPIModelsCommand,
  GetBackendCommand,
  ListBackendJobsCommand,
  ListS3BucketsCommand,
  NotFoundException,
  paginateListBackendJobs,
  waitUntilBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { readJobTimes, readModels } from "@tinsmith/amplifybackend/readers";
import { mockAmplifyBackend } from "@tinsmith/amplifybackend/testing";
import * as unvalidated from "@tinsmith/amplifybackend/unvalidated";
import { type Checks, equal } from "./checks.js";
import { CREDENTIALS, REGION, type ShopWorld } from "./world.js";

/** Seconds between two looks at a job of the local service. */
const DELAYS = { minDelay: 0.02, maxDelay: 0.1 };

const API = {
  ResourceName: "shopapi",
  ResourceConfig: {
    ApiName: "shopapi",
    Service: "AppSync",
    TransformSchema: "type Product @model { id: ID! name: String! }",
  },
};

/** Tells of an app that somebody builds, on a local service. Needs nothing but the packages. */
export const tellShop = async (world: ShopWorld, checks: Checks): Promise<void> => {
  const { shop, hasVariables } = world;
  const client = new AmplifyBackendClient({ endpoint: shop, region: REGION, credentials: CREDENTIALS });
  const dev = { AppId: `d${crypto.randomUUID().slice(0, 8)}`, BackendEnvironmentName: "dev" };
  await tellOfJobs(client, dev, checks);
  await tellOfReading(client, dev, checks);
  await tellOfRefusals(client, dev, checks);
  await checks.run("the mock answers in place of the service", async () => {
    const mock = mockAmplifyBackend();
    mock
      .on(GetBackendCommand)
      .rejectsOnce({ name: "TooManyRequestsException" })
      .resolves({ AppId: dev.AppId });
    const { AppId } = await mock.client().send(new GetBackendCommand(dev));
    equal([AppId, mock.commandCalls(GetBackendCommand)[0]?.attempts.length], [dev.AppId, 2]);
  });
  const settings = hasVariables
    ? "are found in the environment"
    : "are missing where there is no environment";
  await checks.run(`settings ${settings}`, async () => {
    const result = await new AmplifyBackendClient({}).safeSend(new ListS3BucketsCommand({}));
    equal(result.success ? "found" : result.error.name, hasVariables ? "found" : "ConfigurationError");
  });
  client.destroy();
};

interface Environment {
  readonly AppId: string;
  readonly BackendEnvironmentName: string;
}

const tellOfJobs = async (client: AmplifyBackendClient, dev: Environment, checks: Checks): Promise<void> => {
  await checks.run("a job is started and followed to its end", async () => {
    const poller = BackendJobPoller.start(
      client,
      new CreateBackendCommand({ ...dev, AppName: "shop" }),
      DELAYS,
    );
    const phases = new Set<string>();
    poller.onProgress(({ phase }) => phases.add(phase));
    equal([(await poller).Status, [...phases].at(-1)], ["COMPLETED", "completed"]);
  });
  await checks.run("an environment is cloned, and its job awaited", async () => {
    const clone = new CloneBackendCommand({ ...dev, TargetEnvironmentName: "test" });
    const { JobId = "" } = await client.send(clone);
    const result = await waitUntilBackendJobCompleted(
      { client, maxWaitTime: 20, ...DELAYS },
      { ...dev, JobId },
    );
    equal(result.state, "SUCCESS");
    const { BackendEnvironmentList = [] } = await client.send(new GetBackendCommand(dev));
    equal([...BackendEnvironmentList].sort(), ["dev", "test"]);
  });
};

const tellOfReading = async (
  client: AmplifyBackendClient,
  dev: Environment,
  checks: Checks,
): Promise<void> => {
  await checks.run("models are generated, and read", async () => {
    const { ResourceName } = API;
    await BackendJobPoller.start(client, new CreateBackendAPICommand({ ...dev, ...API }), DELAYS);
    const generate = new GenerateBackendAPIModelsCommand({ ...dev, ResourceName });
    await BackendJobPoller.start(client, generate, DELAYS);
    const { Models } = await client.send(new GetBackendAPIModelsCommand({ ...dev, ResourceName }));
    equal(Object.keys(readModels(Models)?.models ?? {}), ["Product"]);
  });
  await checks.run("all jobs are listed, page by page", async () => {
    const listed: (string | undefined)[] = [];
    for await (const job of paginateListBackendJobs({ client, pageSize: 1 }, dev).items()) {
      listed.push(job.JobId);
      equal(readJobTimes(job).createTime instanceof Date, true);
    }
    const { Jobs = [] } = await client.send(new ListBackendJobsCommand({ ...dev, MaxResults: 25 }));
    equal(
      listed,
      Jobs.map(({ JobId }) => JobId),
    );
    if (listed.length < 3) throw new Error(`there are ${listed.length} jobs`);
    return `${listed.length} pages`;
  });
};

const tellOfRefusals = async (
  client: AmplifyBackendClient,
  dev: Environment,
  checks: Checks,
): Promise<void> => {
  await checks.run("input that breaks the model is refused, with all its problems", async () => {
    const wrong = { ...dev, MaxResults: 26, Operation: 5 as unknown as string };
    const result = await client.safeSend(new ListBackendJobsCommand(wrong));
    if (result.success || result.error.name !== "InputValidationError") throw new Error("it is not");
    equal(result.error.issues.map(({ path }) => path).sort(), ["MaxResults", "Operation"]);
  });
  await checks.run("a label that leads elsewhere is refused, checked or not", async () => {
    const input = { ...dev, BackendEnvironmentName: ".." };
    for (const command of [new DeleteBackendCommand(input), new unvalidated.DeleteBackendCommand(input)]) {
      const result = await client.safeSend(command);
      equal(result.success ? "" : result.error.name, "InputValidationError");
    }
  });
  await checks.run("the service's own errors have their class and members", async () => {
    const error: unknown = await client
      .send(new unvalidated.GetBackendCommand({ ...dev, AppId: "d0000missing" }))
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof NotFoundException)) throw error;
    equal([error.name, error.$metadata.httpStatusCode], ["NotFoundException", 404]);
    equal(typeof error.ResourceType, "string");
  });
};
