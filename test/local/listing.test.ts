import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  AmplifyBackendClient,
  CloneBackendCommand,
  CreateBackendAPICommand,
  CreateBackendCommand,
  DeleteBackendAPICommand,
  ListBackendJobsCommand,
  type ListBackendJobsCommandInput,
} from "@tinsmith/amplifybackend";
import type { HttpHandler } from "@tinsmith/runtime";
import { API_CONFIG } from "./support/inputs.js";
import { createWorldWithBackend, DEV, type World } from "./support/world.js";

const API = { ...DEV, ResourceName: "todos" };

/** Runs that many jobs, one after another: the environment's creation, then an API that comes and goes. */
const runJobs = async ({ client, finishJobs }: World, count: number): Promise<void> => {
  for (let index = 1; index < count; index++) {
    const isCreated = index % 2 === 0;
    await (isCreated
      ? client.send(new DeleteBackendAPICommand(API))
      : client.send(new CreateBackendAPICommand({ ...API, ResourceConfig: API_CONFIG })));
    finishJobs();
  }
};

describe("ListBackendJobs", () => {
  let world: World;
  const list = (input: Partial<ListBackendJobsCommandInput> = {}) =>
    world.client.send(new ListBackendJobsCommand({ ...DEV, ...input }));

  beforeAll(async () => {
    world = await createWorldWithBackend();
    await runJobs(world, 30);
  });

  test("tells the newest first, 25 on a page", async () => {
    const { Jobs = [], NextToken } = await list();
    expect(Jobs).toHaveLength(25);
    expect(NextToken).toEqual(expect.any(String));
    const times = Jobs.map(({ CreateTime }) => Number(CreateTime));
    expect(times).toEqual([...times].sort((first, second) => second - first));
  });

  test.each([[1], [7], [10], [25]])("by %d, every job comes once and the end is told", async (MaxResults) => {
    const ids: (string | undefined)[] = [];
    let pages = 0;
    let NextToken: string | undefined;
    do {
      const page = await list({ MaxResults, ...(NextToken === undefined ? {} : { NextToken }) });
      ids.push(...(page.Jobs ?? []).map(({ JobId }) => JobId));
      NextToken = page.NextToken ?? undefined;
      pages += 1;
    } while (NextToken !== undefined);
    expect(pages).toBe(Math.ceil(30 / MaxResults));
    expect(new Set(ids).size).toBe(30);
  });

  test("the last page says null on the wire, as the service does", async () => {
    const bodies: string[] = [];
    const inner = world.local.requestHandler();
    const requestHandler: HttpHandler = {
      handle: async (request, options) => {
        const answer = await inner.handle(request, options);
        bodies.push(new TextDecoder().decode(answer.response.body as Uint8Array));
        return answer;
      },
    };
    const client = new AmplifyBackendClient({ ...world.local.clientConfig(), requestHandler });
    await client.send(new ListBackendJobsCommand({ ...DEV, Operation: "CreateBackend" }));
    expect(JSON.parse(bodies[0] ?? "")).toMatchObject({
      jobs: [{ operation: "CreateBackend" }],
      nextToken: null,
    });
  });

  test("filters combine", async () => {
    const { Jobs: created = [] } = await list({ Operation: "CreateBackendAPI", Status: "COMPLETED" });
    expect(created).toHaveLength(15);
    const { Jobs: one } = await list({ JobId: created[3]?.JobId ?? "" });
    expect(one).toEqual([created[3]]);
    expect((await list({ Operation: "CreateBackendAPI", Status: "FAILED" })).Jobs).toEqual([]);
  });

  test("a filtered listing has pages, too", async () => {
    const filter = { Operation: "DeleteBackendAPI", MaxResults: 10 };
    const { NextToken = "" } = await list(filter);
    const rest = await list({ ...filter, NextToken });
    expect(rest.Jobs?.map(({ Operation }) => Operation)).toEqual(
      Array.from({ length: 4 }, () => "DeleteBackendAPI"),
    );
  });

  test.each([["garbage"], ["%%%"], [btoa("before:-1")]])("token %j is refused", async (NextToken) => {
    await expect(list({ NextToken })).rejects.toMatchObject({ name: "BadRequestException" });
  });

  test("another listing's token is refused", async () => {
    const { NextToken = "" } = await list({ MaxResults: 1 });
    const AppId = "größer/😀";
    const dev = { AppId, BackendEnvironmentName: "dev" };
    await world.client.send(new CreateBackendCommand({ ...dev, AppName: "other" }));
    await expect(list({ AppId, NextToken })).rejects.toMatchObject({ name: "BadRequestException" });
    world.finishJobs();
    await world.client.send(new CloneBackendCommand({ ...dev, TargetEnvironmentName: "test" }));
    const { NextToken: own = "" } = await list({ AppId, MaxResults: 1 });
    expect((await list({ AppId, NextToken: own })).Jobs).toMatchObject([{ Operation: "CreateBackend" }]);
  });

  test("an environment that never was is not found", async () => {
    await expect(list({ BackendEnvironmentName: "prod" })).rejects.toMatchObject({
      name: "NotFoundException",
      ResourceType: "BackendEnvironment",
    });
  });
});

test("jobs that start between two pages do not shift them", async () => {
  const world = await createWorldWithBackend();
  await runJobs(world, 4);
  const first = await world.client.send(new ListBackendJobsCommand({ ...DEV, MaxResults: 2 }));
  await world.client.send(new DeleteBackendAPICommand(API));
  const { NextToken = "" } = first;
  const second = await world.client.send(new ListBackendJobsCommand({ ...DEV, MaxResults: 2, NextToken }));
  const ids = [...(first.Jobs ?? []), ...(second.Jobs ?? [])].map(({ JobId }) => JobId);
  expect(new Set(ids).size).toBe(4);
});
