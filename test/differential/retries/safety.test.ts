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
  ["a throttling error with 503", always(error("SlowDown", 503))],
];

const silence: Situation = {
  server: () => () => undefined,
  config: () => ({ requestHandler: { requestTimeout: 50, throwOnRequestTimeout: true } }),
};

/** A handler that never gets through. */
const failingWith = (failure: object): Situation => {
  const handle = () => Promise.reject(Object.assign(new Error("no"), failure));
  return { server: () => () => ({}), config: () => ({ requestHandler: { handle, metadata: {} } as never }) };
};

const attemptsOf = async (operation: string, situation: Situation) => {
  const { official, ours } = await useBoth(situation, (side) => side.call(operation));
  return { official: official.value.attempts, ours: ours.value.attempts };
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

/** Answers the first request with an error, and shows that the client's clock is wrong. */
const anHourLate = (name: string): Situation => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  return {
    server: () => (_request, index) => (index === 0 ? error(name, 403, { date }) : { headers: { date } }),
  };
};

test(difference("unsafe-after-denial"), async () => {
  const denied = anHourLate("AccessDeniedException");
  expect(await requestsOf("CloneBackend", denied)).toMatchObject({ official: 2, ours: 1 });
  expect(await requestsOf("GetBackend", denied)).toMatchObject({ official: 2, ours: 2 });
});

test(difference("refused-by-hearsay"), async () => {
  const vague: [string, object][] = [
    ["a code only, as of a handler that wraps another", { code: "ECONNREFUSED" }],
    ["a refused connection behind a dropped one", { code: "ECONNRESET", cause: systemRefused() }],
    [
      "one address refuses, another drops",
      { code: "ECONNREFUSED", errors: [systemRefused(), { code: "ECONNRESET" }] },
    ],
  ];
  for (const [what, failure] of vague) {
    const attempts = await attemptsOf("CloneBackend", failingWith(failure));
    expect([what, attempts]).toEqual([what, { official: 3, ours: 1 }]);
    expect(await attemptsOf("GetBackend", failingWith(failure))).toEqual({ official: 3, ours: 3 });
  }
});

const systemRefused = () => Object.assign(new Error("no"), { code: "ECONNREFUSED", syscall: "connect" });

test("who opts in has repeated what the official client repeats", async () => {
  for (const [what, situation] of doubtful) {
    const config = () => ({ ...situation.config?.(), retryUnsafeOperations: true });
    expect([what, await requestsOf("CloneBackend", { ...situation, config })]).toEqual([
      what,
      { operation: "CloneBackend", official: 3, ours: 3 },
    ]);
  }
});

test(difference("retry-decisions"), async () => {
  const server = (): Responder => (_request, index) => (index === 0 ? { status: 429 } : {});
  const { official, ours } = await useBoth({ server }, (side) => side.metadata("CloneBackend"));
  expect(official.value).not.toHaveProperty("retryDecisions");
  expect(ours.value).toMatchObject({
    retryDecisions: [
      { attempt: 1, error: "UnmodeledServiceException", repeated: true, reason: "not-executed", delay: 0 },
    ],
  });
  const smooth = await useBoth({ server: () => () => ({}) }, (side) => side.metadata("CloneBackend"));
  expect(Object.keys(smooth.ours.value).sort()).toEqual(Object.keys(smooth.official.value).sort());
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
    ["a host that is not found", { code: "ENOTFOUND", syscall: "getaddrinfo" }],
    ["a host that cannot be looked up now", { code: "EAI_AGAIN", syscall: "getaddrinfo" }],
    ["a network without a way there", { code: "ENETUNREACH", syscall: "connect" }],
    [
      "a stream that HTTP/2 refused",
      { code: "ERR_HTTP2_STREAM_ERROR", message: "Stream closed with error code NGHTTP2_REFUSED_STREAM" },
    ],
  ])("%s", async (_name, failure) => {
    for (const operation of unsafe) {
      expect(await attemptsOf(operation, failingWith(failure))).toEqual({ official: 3, ours: 3 });
    }
  });

  test("a signature that expired on the way", async () => {
    const body = JSON.stringify({ message: "Signature expired: 20240101T000000Z is now earlier" });
    const expired = always({ ...error("InvalidSignatureException", 403), body });
    for (const operation of unsafe) {
      expect(await requestsOf(operation, expired)).toEqual({ operation, official: 3, ours: 3 });
    }
  });

  test.each(["RequestTimeTooSkewed", "InvalidSignatureException"])(
    "a wrong clock that brings %s",
    async (name) => {
      for (const operation of unsafe) {
        expect(await requestsOf(operation, anHourLate(name))).toEqual({ operation, official: 2, ours: 2 });
      }
    },
  );
});
