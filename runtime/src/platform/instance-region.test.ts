import { expect, test } from "@jest/globals";
import { type LocalServer, type Responder, startServer } from "../testing/local-server.js";
import { instanceRegion } from "./instance-region.js";

const answer: Responder = ({ url }) => ({ body: url.endsWith("/token") ? "a-token" : " eu-west-1\n" });

const ask = ({ url }: LocalServer, more: Record<string, string> = {}) =>
  instanceRegion({ AWS_EC2_METADATA_SERVICE_ENDPOINT: `${url}/`, ...more });

test("is asked for with a token", async () => {
  await using server = await startServer(answer);
  await expect(ask(server)).resolves.toBe("eu-west-1");
  const [first, second] = server.requests;
  expect(first).toMatchObject({
    method: "PUT",
    url: "/latest/api/token",
    headers: { "x-aws-ec2-metadata-token-ttl-seconds": "21600" },
  });
  expect(second).toMatchObject({
    method: "GET",
    url: "/latest/meta-data/placement/region",
    headers: { "x-aws-ec2-metadata-token": "a-token" },
  });
});

test("is not asked for where that is switched off", async () => {
  await using server = await startServer(answer);
  await expect(ask(server, { AWS_EC2_METADATA_DISABLED: "true" })).resolves.toBeUndefined();
  expect(server.requests).toEqual([]);
});

test.each<[string, Responder]>([
  ["refuses", () => ({ status: 403 })],
  ["sends elsewhere", () => ({ status: 302, headers: { location: "http://example.com/" } })],
  ["knows nothing", () => ({ body: "" })],
  ["hangs up", (_request, _index, { socket }) => void socket.destroy()],
])("is unknown where the service %s, and for a while nobody asks again", async (_what, responder) => {
  await using server = await startServer(responder);
  await expect(ask(server)).resolves.toBeUndefined();
  const asked = server.requests.length;
  expect(asked).toBeGreaterThan(0);
  await expect(ask(server)).resolves.toBeUndefined();
  expect(server.requests).toHaveLength(asked);
});

test("is unknown where nobody listens, or where the endpoint is none", async () => {
  const server = await startServer(answer);
  await server.close();
  await expect(ask(server)).resolves.toBeUndefined();
  await expect(instanceRegion({ AWS_EC2_METADATA_SERVICE_ENDPOINT: "nonsense" })).resolves.toBeUndefined();
});
