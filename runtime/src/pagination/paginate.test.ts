import { afterEach, describe, expect, test } from "@jest/globals";
import type * as smithy from "@smithy/types";
import {
  ListBackendJobsCommand,
  type ListBackendJobsInput,
  type ListBackendJobsOutput,
} from "../testing/amplify.js";
import { testClient } from "../testing/clients.js";
import { type LocalServer, startServer } from "../testing/local-server.js";
import { paginate } from "./paginate.js";
import type { PaginationConfiguration } from "./pagination-configuration.js";

type Job = NonNullable<ListBackendJobsOutput["Jobs"]>[number];

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
    items: ["Jobs"],
  } as const;
  return paginate<ListBackendJobsInput, ListBackendJobsOutput, Error, Job, string>(
    paginator,
    { client, ...config },
    from,
    { abortSignal: signal },
  );
}

async function idsOf(pages: AsyncIterable<ListBackendJobsOutput>): Promise<unknown[]> {
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
      name: "PaginationError",
      operation: "ListBackendJobs",
      message: expect.stringMatching(/ListBackendJobs again; the listing would never end/),
      $metadata: { httpStatusCode: 200 },
    });
    expect(sent()).toHaveLength(calls);
  });
});

describe("stopOnSameToken", () => {
  test("ends the listing where the token stays the same", async () => {
    expect(await idsOf(await pagesWith(["t1", "t2", "t2"], { stopOnSameToken: true }))).toEqual([
      "0",
      "1",
      "2",
    ]);
  });

  test("does not take a circle for the end", async () => {
    const pages = await pagesWith(["t1", "t2", "t1"], { stopOnSameToken: true });
    await expect(idsOf(pages)).rejects.toMatchObject({ name: "PaginationError" });
  });
});

describe("maxPages", () => {
  test.each([1, 2])("ends the listing after %i, and nextToken says where to go on", async (maxPages) => {
    const pages = await pagesWith(["t1", "t2", null], { maxPages });
    expect(await idsOf(pages)).toHaveLength(maxPages);
    expect(pages.nextToken).toBe(`t${maxPages}`);
    expect(sent()).toHaveLength(maxPages);
  });

  test("beyond the last page changes nothing", async () => {
    const pages = await pagesWith(["t1", null], { maxPages: 3 });
    expect(await idsOf(pages)).toEqual(["0", "1"]);
    expect(pages.nextToken).toBeUndefined();
  });

  test.each([0, -1, 1.5, Number.NaN, "2"])("%j is refused, and nothing is sent", async (maxPages) => {
    const pages = await pagesWith([null], { maxPages: maxPages as number });
    await expect(pages.next()).rejects.toMatchObject({ name: "ConfigurationError" });
    expect(sent()).toEqual([]);
  });
});

test("the input's own page size goes before the configuration's", async () => {
  await idsOf(await pagesWith([null], { pageSize: 5 }, { ...input, MaxResults: 7 }));
  expect(sent()).toEqual([{ maxResults: 7 }]);
});

test("after an error nextToken is that of the page that failed", async () => {
  server = await startServer((_request, index) =>
    index === 1
      ? { status: 403, headers: { "x-amzn-errortype": "AccessDeniedException" } }
      : { body: JSON.stringify({ jobs: [{ jobId: String(index) }], nextToken: index === 0 ? "t1" : null }) },
  );
  const client = testClient({ endpoint: server.url });
  const paginator = {
    command: ListBackendJobsCommand,
    inputToken: "NextToken",
    outputToken: ["NextToken"],
  } as const;
  const pages = paginate(paginator, { client }, input);
  await expect(idsOf(pages)).rejects.toMatchObject({ name: "AccessDeniedException" });
  expect(pages.nextToken).toBe("t1");
  expect(await idsOf(paginate(paginator, { client, startingToken: pages.nextToken }, input))).toEqual(["2"]);
  expect(sent()).toEqual([{}, { nextToken: "t1" }, { nextToken: "t1" }]);
});

test("a paginator fits where AWS's type for one is asked for", async () => {
  const pages: smithy.Paginator<ListBackendJobsOutput> = await pagesWith([null]);
  expect((await pages.next()).done).toBe(false);
  expect(await pages.next()).toEqual({ done: true, value: undefined });
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
