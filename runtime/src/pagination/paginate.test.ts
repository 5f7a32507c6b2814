import { afterEach, describe, expect, test } from "@jest/globals";
import { ListBackendJobsCommand, type ListBackendJobsInput } from "../testing/amplify.js";
import { testClient } from "../testing/clients.js";
import { type LocalServer, startServer } from "../testing/local-server.js";
import { paginate } from "./paginate.js";
import type { PaginationConfiguration } from "./pagination-configuration.js";

const input: ListBackendJobsInput = { AppId: "a", BackendEnvironmentName: "b" };
let server: LocalServer | undefined;
afterEach(() => server?.close());

/** Answers with these tokens, one after the other. */
async function pagesWith(
  tokens: unknown[],
  config: Partial<PaginationConfiguration> = {},
  from = input,
  signal?: AbortSignal,
) {
  server = await startServer((_request, index) => ({
    body: JSON.stringify({ jobs: [{ jobId: String(index) }], nextToken: tokens[index] }),
  }));
  const client = testClient({ endpoint: server.url });
  const paginator = {
    command: ListBackendJobsCommand,
    inputToken: "NextToken",
    outputToken: ["NextToken"],
    pageSize: "MaxResults",
  } as const;
  return paginate(paginator, { client, ...config }, from, { abortSignal: signal });
}

async function idsOf(pages: Awaited<ReturnType<typeof pagesWith>>): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const page of pages) ids.push(page.Jobs?.[0]?.JobId);
  return ids;
}

const sent = () => server?.requests.map(({ body }) => JSON.parse(body));

test.each([[null], [undefined], [""]])("the listing ends with token %p", async (end) => {
  expect(await idsOf(await pagesWith(["t1", "t2", end]))).toEqual(["0", "1", "2"]);
  expect(sent()).toEqual([{}, { nextToken: "t1" }, { nextToken: "t2" }]);
});

test("page size and first token are the caller's", async () => {
  await idsOf(await pagesWith(["t1", null], { pageSize: 5, startingToken: "t0" }));
  expect(sent()).toEqual([
    { maxResults: 5, nextToken: "t0" },
    { maxResults: 5, nextToken: "t1" },
  ]);
});

test("a token in the input is the first", async () => {
  const from = { ...input, NextToken: "t0" };
  await idsOf(await pagesWith([null], {}, from));
  expect(sent()).toEqual([{ nextToken: "t0" }]);
  expect(from).toEqual({ ...input, NextToken: "t0" });
});

test.each([[""], [null]])("token %j, where it is to begin, is none", async (token) => {
  const from = { ...input, NextToken: token } as ListBackendJobsInput;
  await idsOf(await pagesWith([null], {}, from));
  expect(sent()).toEqual([{}]);
  await server?.close();
  await idsOf(await pagesWith([null], { startingToken: token as string }));
  expect(sent()).toEqual([{}]);
});

test("a first token that is none does not hide the input's", async () => {
  await idsOf(await pagesWith([null], { startingToken: "" }, { ...input, NextToken: "t0" }));
  expect(sent()).toEqual([{ nextToken: "t0" }]);
});

test("an input that is missing is refused as any other", async () => {
  const pages = await pagesWith([null], {}, null as unknown as ListBackendJobsInput);
  await expect(idsOf(pages)).rejects.toMatchObject({ name: "InputValidationError" });
});

describe("a listing that would never end", () => {
  test.each<[string, unknown[], Partial<PaginationConfiguration>, number]>([
    ["with the same token again", ["t1", "t1"], {}, 2],
    ["in a circle", ["t1", "t2", "t1"], {}, 3],
    ["with the token that it began with", ["t0"], { startingToken: "t0" }, 1],
  ])("%s is an error", async (_name, tokens, config, calls) => {
    await expect(idsOf(await pagesWith(tokens, config))).rejects.toMatchObject({
      name: "ResponseParseError",
      operation: "ListBackendJobs",
    });
    expect(sent()).toHaveLength(calls);
  });
});

test("a page is fetched when it is asked for, not before", async () => {
  const pages = await pagesWith(["t1", "t2", null]);
  await pages.next();
  expect(sent()).toHaveLength(1);
  await pages.return();
  expect((await pages.next()).done).toBe(true);
  expect(sent()).toHaveLength(1);
});

test("a signal ends it between pages", async () => {
  const controller = new AbortController();
  const pages = await pagesWith(["t1", "t2"], {}, input, controller.signal);
  await pages.next();
  controller.abort("enough");
  await expect(pages.next()).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
});
