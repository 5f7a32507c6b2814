import { Readable } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import { demoHost } from "./fixtures/demo-service.js";
import { signedRequest } from "./fixtures/signed-request.js";
import { sleep } from "./time/clock.js";
import { ManualClock } from "./time/manual-clock.js";

const TEXT = '{"text":"grüße"}';
const BYTES = new TextEncoder().encode(TEXT);

describe("request bodies", () => {
  test.each([
    ["text", () => TEXT],
    ["bytes", () => BYTES],
    ["a view into a larger buffer", () => Buffer.from(`..${TEXT}..`).subarray(2, -2)],
    ["an ArrayBuffer", () => BYTES.slice().buffer],
    ["a Blob", () => new Blob([BYTES])],
    ["a web stream", () => new Blob([BYTES]).stream()],
    ["a Node stream", () => Readable.from([BYTES])],
  ])("%s", async (_kind, make) => {
    const host = demoHost();
    const request = await signedRequest("POST", "/notes/a", TEXT);
    const { response } = await host.requestHandler().handle({ ...request, body: make() });
    expect(response.statusCode).toBe(200);
    expect(host.journal.entries[0]?.input).toMatchObject({ Text: "grüße" });
  });
});

describe("abort", () => {
  test("an aborted signal keeps the call from being made", async () => {
    const host = demoHost();
    const answer = host
      .requestHandler()
      .handle(await signedRequest("GET", "/notes/a"), { abortSignal: AbortSignal.abort() });
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    expect(host.journal.entries).toEqual([]);
  });

  test("a signal that cannot be listened to is no hindrance", async () => {
    const request = await signedRequest("GET", "/notes/a");
    const { response } = await demoHost()
      .requestHandler()
      .handle(request, { abortSignal: { aborted: false } });
    expect(response.statusCode).toBe(404);
  });

  test("a signal that aborts while the host thinks ends the call", async () => {
    const clock = new ManualClock();
    const host = demoHost({
      signatureClock: demoHost().clock,
      intercept: (_call, proceed) => sleep(clock, 1000).then(proceed),
    });
    const controller = new AbortController();
    const answer = host
      .requestHandler()
      .handle(await signedRequest("GET", "/notes/a"), { abortSignal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });
});

test("the host header is what the request is addressed to, where the client sets none", async () => {
  const host = demoHost();
  const request = await signedRequest("GET", "/notes/a");
  delete request.headers["host"];
  expect((await host.requestHandler().handle(request)).response.statusCode).toBe(404);
});
