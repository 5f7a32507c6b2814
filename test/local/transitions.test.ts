import { describe, expect, test } from "@jest/globals";
import * as commands from "@tinsmith/amplifybackend";
import type { LocalSnapshot } from "@tinsmith/amplifybackend/local";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { API_CONFIG, authConfig, storageConfig } from "./support/inputs.js";
import { APP, createWorld, DEV, type World } from "./support/world.js";

type Input = Readonly<Record<string, unknown>>;
type Send = (operation: string, input: Input) => Promise<Readonly<Record<string, unknown>>>;

/** What an operation does to a full environment. */
interface Transition {
  readonly operation: string;
  /** May need what there is, such as the id of a job. */
  readonly input: Input | ((known: Known) => Input);
  /** Something else of the same kind that is not there, or is there already: what is answered then. */
  readonly refused?: readonly [input: Input, answer: object];
  /** Changes at once, with the end of a job, or never. */
  readonly changes: "at once" | "by a job" | "nothing";
  /** The state afterwards, where it shows in a snapshot. */
  readonly after?: object;
}

/** What there is in the world in which each transition is tried. */
interface Known {
  readonly JobId: unknown;
  readonly SessionId: unknown;
}

const named = (ResourceName: string): Input => ({ ...DEV, ResourceName });
const missing = (ResourceType: string) => ({ name: "NotFoundException", ResourceType });
const taken = { name: "BadRequestException" };
const noApp = { AppId: "other" };
const noDev = { ...DEV, BackendEnvironmentName: "other" };
const ids = { UserPoolId: "pool", WebClientId: "web", NativeClientId: "native" };
const environment = (parts: object) => ({ apps: [{ environments: [{ name: "dev", ...parts }] }] });
const stale = { Service: "COGNITO", AuthResources: "USER_POOL_ONLY", UserPoolConfigs: {} };

const TRANSITIONS: readonly Transition[] = [
  {
    operation: "CreateBackend",
    input: { ...DEV, BackendEnvironmentName: "new", AppName: "shop" },
    refused: [{ ...DEV, AppName: "shop" }, taken],
    changes: "by a job",
    after: { apps: [{ environments: [{ name: "dev" }, { name: "new" }] }] },
  },
  {
    operation: "CloneBackend",
    input: { ...DEV, TargetEnvironmentName: "new" },
    refused: [{ ...DEV, TargetEnvironmentName: "dev" }, taken],
    changes: "by a job",
    after: {
      apps: [
        {
          environments: [
            { name: "dev" },
            { name: "new", apis: ["api"], auths: ["auth"], storages: ["files"] },
          ],
        },
      ],
      buckets: ["files-dev", "files-dev-new"],
    },
  },
  {
    operation: "DeleteBackend",
    input: DEV,
    refused: [noDev, missing("BackendEnvironment")],
    changes: "by a job",
    after: { apps: [{ environments: [] }], buckets: [] },
  },
  {
    operation: "RemoveAllBackends",
    input: { AppId: APP, CleanAmplifyApp: true },
    refused: [noApp, missing("App")],
    changes: "by a job",
    after: { apps: [], buckets: [] },
  },
  {
    operation: "GetBackend",
    input: DEV,
    refused: [noDev, missing("BackendEnvironment")],
    changes: "nothing",
  },
  {
    operation: "CreateBackendAPI",
    input: { ...named("new"), ResourceConfig: API_CONFIG },
    refused: [{ ...named("api"), ResourceConfig: API_CONFIG }, taken],
    changes: "by a job",
    after: environment({ apis: ["api", "new"] }),
  },
  {
    operation: "GetBackendAPI",
    input: named("api"),
    refused: [named("new"), missing("API")],
    changes: "nothing",
  },
  {
    operation: "UpdateBackendAPI",
    input: { ...named("api"), ResourceConfig: { ApiName: "renamed" } },
    refused: [named("new"), missing("API")],
    changes: "by a job",
    after: environment({ apis: ["api"] }),
  },
  {
    operation: "DeleteBackendAPI",
    input: named("api"),
    refused: [named("new"), missing("API")],
    changes: "by a job",
    after: environment({ apis: [] }),
  },
  {
    operation: "GenerateBackendAPIModels",
    input: named("api"),
    refused: [named("new"), missing("API")],
    changes: "by a job",
    after: environment({ apis: ["api"] }),
  },
  {
    operation: "GetBackendAPIModels",
    input: named("api"),
    refused: [named("new"), missing("API")],
    changes: "nothing",
  },
  {
    operation: "CreateBackendAuth",
    input: { ...named("new"), ResourceConfig: authConfig() },
    refused: [{ ...named("auth"), ResourceConfig: authConfig() }, taken],
    changes: "by a job",
    after: environment({ auths: ["auth", "new"] }),
  },
  {
    operation: "ImportBackendAuth",
    input: { ...DEV, ...ids },
    refused: [{ ...DEV, ...ids, UserPoolId: "auth" }, taken],
    changes: "by a job",
    after: environment({ auths: ["auth", "pool"] }),
  },
  {
    operation: "GetBackendAuth",
    input: named("auth"),
    refused: [named("new"), missing("Auth")],
    changes: "nothing",
  },
  {
    operation: "UpdateBackendAuth",
    input: { ...named("auth"), ResourceConfig: stale },
    refused: [{ ...named("new"), ResourceConfig: stale }, missing("Auth")],
    changes: "by a job",
    after: environment({ auths: ["auth"] }),
  },
  {
    operation: "DeleteBackendAuth",
    input: named("auth"),
    refused: [named("new"), missing("Auth")],
    changes: "by a job",
    after: environment({ auths: [] }),
  },
  {
    operation: "CreateBackendStorage",
    input: { ...named("new"), ResourceConfig: storageConfig() },
    refused: [{ ...named("files"), ResourceConfig: storageConfig() }, taken],
    changes: "by a job",
    after: { ...environment({ storages: ["files", "new"] }), buckets: ["files-dev", "shop-files"] },
  },
  {
    operation: "ImportBackendStorage",
    input: { ...DEV, ServiceName: "S3", BucketName: "company" },
    refused: [{ ...DEV, ServiceName: "S3", BucketName: "files" }, taken],
    changes: "by a job",
    after: { ...environment({ storages: ["files", "company"] }), buckets: ["company", "files-dev"] },
  },
  {
    operation: "GetBackendStorage",
    input: named("files"),
    refused: [named("new"), missing("Storage")],
    changes: "nothing",
  },
  {
    operation: "UpdateBackendStorage",
    input: {
      ...named("files"),
      ResourceConfig: { ServiceName: "S3", Permissions: { Authenticated: ["READ"] } },
    },
    refused: [
      { ...named("new"), ResourceConfig: { ServiceName: "S3", Permissions: { Authenticated: ["READ"] } } },
      missing("Storage"),
    ],
    changes: "by a job",
    after: environment({ storages: ["files"] }),
  },
  {
    operation: "DeleteBackendStorage",
    input: { ...named("files"), ServiceName: "S3" },
    refused: [{ ...named("new"), ServiceName: "S3" }, missing("Storage")],
    changes: "by a job",
    after: { ...environment({ storages: [] }), buckets: [] },
  },
  { operation: "ListS3Buckets", input: {}, changes: "nothing" },
  {
    operation: "CreateBackendConfig",
    input: { AppId: APP },
    refused: [noApp, missing("App")],
    changes: "by a job",
    after: { apps: [{ hasConfig: true }] },
  },
  {
    operation: "UpdateBackendConfig",
    input: { AppId: APP, LoginAuthConfig: {} },
    refused: [noApp, missing("App")],
    changes: "at once",
    after: { apps: [{ hasConfig: true }] },
  },
  {
    operation: "RemoveBackendConfig",
    input: { AppId: APP },
    refused: [noApp, missing("App")],
    changes: "at once",
    after: { apps: [{ hasConfig: false }] },
  },
  {
    operation: "CreateToken",
    input: { AppId: APP },
    refused: [noApp, missing("App")],
    changes: "at once",
    after: { apps: [{ tokens: 2 }] },
  },
  {
    operation: "GetToken",
    input: ({ SessionId }) => ({ AppId: APP, SessionId }),
    refused: [{ AppId: APP, SessionId: "none" }, missing("Token")],
    changes: "nothing",
  },
  {
    operation: "DeleteToken",
    input: ({ SessionId }) => ({ AppId: APP, SessionId }),
    refused: [{ ...noApp, SessionId: "none" }, missing("App")],
    changes: "at once",
    after: { apps: [{ tokens: 0 }] },
  },
  {
    operation: "GetBackendJob",
    input: ({ JobId }) => ({ ...DEV, JobId }),
    refused: [{ ...DEV, JobId: "none" }, missing("Job")],
    changes: "nothing",
  },
  {
    operation: "ListBackendJobs",
    input: DEV,
    refused: [noDev, missing("BackendEnvironment")],
    changes: "nothing",
  },
  {
    operation: "UpdateBackendJob",
    input: ({ JobId }) => ({ ...DEV, JobId, Operation: "Renamed" }),
    refused: [{ ...DEV, JobId: "none" }, missing("Job")],
    changes: "at once",
    after: { jobs: [{ operation: "Renamed" }, {}, {}, {}] },
  },
];

/** Calls an operation by its name. */
const sender =
  ({ client }: World): Send =>
  async (operation, input) => {
    const classes = commands as unknown as Readonly<
      Record<string, new (input: Input) => commands.GetBackendCommand>
    >;
    const Command = classes[`${operation}Command`];
    if (Command === undefined) throw new Error(`There is no ${operation}Command`);
    return { ...(await client.send(new Command(input))) };
  };

/** A world with one of everything, but for the config where it is about to be made. */
const createFullWorld = async (operation: string) => {
  const world = createWorld();
  const send = sender(world);
  const run = async (name: string, input: Input): Promise<unknown> => {
    const { JobId } = await send(name, input);
    world.finishJobs();
    return JobId;
  };
  const JobId = await run("CreateBackend", { ...DEV, AppName: "shop" });
  const { BucketName: _, ...storage } = storageConfig();
  await run("CreateBackendAPI", { ...named("api"), ResourceConfig: API_CONFIG });
  await run("CreateBackendAuth", { ...named("auth"), ResourceConfig: authConfig() });
  await run("CreateBackendStorage", { ...named("files"), ResourceConfig: storage });
  if (operation.endsWith("BackendConfig") && operation !== "CreateBackendConfig") {
    await run("CreateBackendConfig", { AppId: APP });
  }
  const { SessionId } = await send("CreateToken", { AppId: APP });
  return { ...world, send, known: { JobId, SessionId } };
};

/** The state without the jobs: what they change. */
const stateOf = ({ apps, buckets }: LocalSnapshot): object => ({ apps, buckets });

test("the table has all operations, once", () => {
  expect(TRANSITIONS.map(({ operation }) => operation).sort()).toEqual(
    AmplifyBackendOperations.map(({ name }) => name).sort(),
  );
});

describe.each(TRANSITIONS.map((each) => [each.operation, each] as const))("%s", (operation, transition) => {
  const { changes, after = {} } = transition;
  const start = async () => {
    const world = await createFullWorld(operation);
    const { input } = transition;
    return { ...world, input: typeof input === "function" ? input(world.known) : input };
  };

  test(`changes ${changes}`, async () => {
    const { local, send, input, finishJobs } = await start();
    const before = local.snapshot();
    const answer = await send(operation, input);
    const isJob = changes === "by a job";
    expect(local.snapshot().jobs).toHaveLength(before.jobs.length + (isJob ? 1 : 0));
    if (isJob) expect(answer).toMatchObject({ JobId: expect.any(String), Status: "PENDING" });
    if (changes !== "at once") expect(stateOf(local.snapshot())).toEqual(stateOf(before));
    finishJobs();
    expect(local.snapshot()).toMatchObject(after);
    if (changes === "nothing") expect(local.snapshot()).toEqual(before);
  });

  const { refused } = transition;
  if (refused !== undefined) {
    test("is refused where it makes no sense, and then changes nothing", async () => {
      const { local, send } = await start();
      const before = local.snapshot();
      await expect(send(operation, refused[0])).rejects.toMatchObject(refused[1]);
      expect(local.snapshot()).toEqual(before);
    });
  }

  if (changes === "by a job") {
    test("changes nothing if its job fails", async () => {
      const { local, send, input, finishJobs } = await start();
      const before = local.snapshot();
      local.stage({ kind: "jobFailure", operation });
      await send(operation, input);
      finishJobs();
      expect(stateOf(local.snapshot())).toEqual(stateOf(before));
      expect(local.snapshot().jobs.at(-1)).toMatchObject({ operation, status: "FAILED" });
    });

    test("keeps others out of its environment meanwhile", async () => {
      const { send, input, finishJobs } = await start();
      await send(operation, input);
      await expect(send(operation, input)).rejects.toMatchObject({ name: "ValidationException" });
      finishJobs();
    });
  }
});
