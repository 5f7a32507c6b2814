import { describe, expect, test } from "@jest/globals";
import { error } from "../../../runtime/src/testing/calls.js";
import {
  type PlannedResponse,
  type Responder,
  startServer,
} from "../../../runtime/src/testing/local-server.js";
import { difference } from "../support/differences.js";
import { operations, reportCalls, type Situation, useBoth } from "./support/use-both-clients.js";

const isUnsafe = (name: string): boolean => {
  const operation = operations.get(name);
  return operation?.readonly !== true && operation?.idempotent !== true;
};
const unsafe = [...operations.keys()].filter(isUnsafe);
const safe = [...operations.keys()].filter((name) => !isUnsafe(name));

reportCalls(`Safety, ${unsafe.length} unsafe operations`);

/** How many requests each client sends for one call. */
const requestsOf = async (operation: string, situation: Situation) => {
  const { official, ours } = await useBoth(situation, (side) => side.call(operation));
  return { operation, official: official.requests.length, ours: ours.requests.length };
};

const always = (response: PlannedResponse): Situation => ({ server: () => () => response });
const responding = (responder: Responder): Situation => ({ server: () => responder });

/** After these, nobody can tell whether the service has done what it was asked to do. */
const doubtful: [string, Situation][] = [
  ["a dropped connection", responding((_request, _index, { socket }) => void socket.destroy())],
  [
    "a cut body",
    responding(
      (_request, _index, { response, socket }) =>
        void response.writeHead(200, { "content-length": "9" }).write("{", () => socket.destroy()),
    ),
  ],
  ["500", always(error("InternalFailure", 500))],
  ["502", always({ status: 502 })],
  ["503", always({ status: 503 })],
  ["504", always(error("GatewayTimeoutException", 504))],
];

const silence: Situation = {
  server: () => () => undefined,
  config: () => ({ requestHandler: { requestTimeout: 50, throwOnRequestTimeout: true } }),
};

test("the model knows which operations change something", () => {
  expect(unsafe.length).toBe(21);
  expect(unsafe).toEqual(expect.arrayContaining(["CloneBackend", "CreateBackend", "RemoveAllBackends"]));
});

test(difference("unsafe-repeat"), async () => {
  for (const operation of unsafe) {
    for (const [what, situation] of doubtful) {
      expect([what, await requestsOf(operation, situation)]).toEqual([
        what,
        { operation, official: 3, ours: 1 },
      ]);
    }
  }
  for (const operation of ["CloneBackend", "CreateBackend", "DeleteBackend"]) {
    expect(await requestsOf(operation, silence)).toEqual({ operation, official: 3, ours: 1 });
  }
});

test("what only reads is repeated by both", async () => {
  for (const operation of safe) {
    for (const [what, situation] of doubtful) {
      expect([what, await requestsOf(operation, situation)]).toEqual([
        what,
        { operation, official: 3, ours: 3 },
      ]);
    }
  }
  expect(await requestsOf("GetBackend", silence)).toEqual({ operation: "GetBackend", official: 3, ours: 3 });
});

describe("what cannot have been executed is repeated by both, even if it changes something:", () => {
  test.each([
    ["429 without a name", { status: 429 }],
    ["the modelled throttling error", error("TooManyRequestsException", 429)],
    ["AWS's own throttling error", error("ThrottlingException", 400)],
    ["a throttling error with 503", error("SlowDown", 503)],
  ])("%s", async (_name, response) => {
    for (const operation of unsafe) {
      expect(await requestsOf(operation, always(response))).toEqual({ operation, official: 3, ours: 3 });
    }
  });

  test("a refused connection", async () => {
    const { url: endpoint, close } = await startServer();
    await close();
    for (const operation of unsafe) {
      const { official, ours } = await useBoth(
        { server: () => () => ({}), config: () => ({ endpoint }) },
        (side) => side.call(operation),
      );
      expect([official.value.attempts, ours.value.attempts]).toEqual([3, 3]);
    }
  });

  test.each<[string, object]>([
    ["a host that is not found", { code: "ENOTFOUND" }],
    ["a host that cannot be looked up now", { code: "EAI_AGAIN" }],
    [
      "a stream that HTTP/2 refused",
      { code: "ERR_HTTP2_STREAM_ERROR", message: "Stream closed with error code NGHTTP2_REFUSED_STREAM" },
    ],
  ])("%s", async (_name, failure) => {
    const handle = () => Promise.reject(Object.assign(new Error("no"), failure));
    const config = () => ({ requestHandler: { handle, metadata: {} } as never });
    for (const operation of unsafe) {
      const { official, ours } = await useBoth({ server: () => () => ({}), config }, (side) =>
        side.call(operation),
      );
      expect([official.value.attempts, ours.value.attempts]).toEqual([3, 3]);
    }
  });

  test("a signature that expired on the way", async () => {
    const body = JSON.stringify({ message: "Signature expired: 20240101T000000Z is now earlier" });
    const expired = always({ ...error("InvalidSignatureException", 403), body });
    for (const operation of unsafe) {
      expect(await requestsOf(operation, expired)).toEqual({ operation, official: 3, ours: 3 });
    }
  });

  test.each(["RequestTimeTooSkewed", "InvalidSignatureException", "AccessDeniedException"])(
    "a wrong clock that brings %s",
    async (name) => {
      const date = new Date(Date.now() + 3_600_000).toUTCString();
      const server = (): Responder => (_request, index) =>
        index === 0 ? error(name, 403, { date }) : { headers: { date } };
      for (const operation of unsafe) {
        expect(await requestsOf(operation, { server })).toEqual({ operation, official: 2, ours: 2 });
      }
    },
  );
});
