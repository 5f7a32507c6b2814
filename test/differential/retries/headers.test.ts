import { expect, test } from "@jest/globals";
import type { CapturedRequest } from "../../../runtime/src/testing/local-server.js";
import { reportCalls, type SharedConfig, useBoth } from "./support/use-both-clients.js";

reportCalls("Headers of attempts");

const HEADER = /^(amz-sdk-|x-amz-retry|ttl)/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What a request says about the attempt it is, its call's id replaced by a number. */
const readHeaders = (requests: readonly CapturedRequest[]) => {
  const ids = [...new Set(requests.map(({ headers }) => String(headers["amz-sdk-invocation-id"])))];
  for (const id of ids) expect(id).toMatch(UUID);
  return requests.map(({ headers }) =>
    Object.entries(headers)
      .filter(([name]) => HEADER.test(name))
      .map(([name, value]) => [name, name === "amz-sdk-invocation-id" ? ids.indexOf(String(value)) : value])
      .sort(),
  );
};

test.each<[string, Partial<SharedConfig>]>([
  ["three by default", {}],
  ["one", { maxAttempts: 1 }],
  ["five", { maxAttempts: 5 }],
  ["what a function says", { maxAttempts: async () => 4 }],
  ["three in adaptive mode", { retryMode: "adaptive" }],
])("every attempt says which it is, of %s, and to which call it belongs", async (_name, config) => {
  const { official, ours } = await useBoth(
    { server: () => (_request, index) => ({ status: index === 4 ? 200 : 503 }), config: () => config },
    async (side) => {
      const endings = [await side.call("GetBackendJob"), await side.call("ListS3Buckets")];
      return { endings, headers: readHeaders(side.requests) };
    },
  );
  expect(ours.value).toEqual(official.value);
  expect(ours.value.headers.length).toBe(official.requests.length);
});
