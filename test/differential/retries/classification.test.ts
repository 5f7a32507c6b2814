import { describe, expect, test } from "@jest/globals";
import { error } from "../../../runtime/src/testing/calls.js";
import type { PlannedResponse } from "../../../runtime/src/testing/local-server.js";
import { difference } from "../support/differences.js";
import { officialList } from "./support/official-lists.js";
import { reportCalls, type Situation, summary, useBoth } from "./support/use-both-clients.js";

reportCalls("Classification");

/** What each client makes of a situation: attempts, waits and the end. */
const compare = async (situation: Situation, operation = "GetBackendJob") => {
  const { official, ours } = await useBoth({ random: [0.5], ...situation }, (side) => side.call(operation));
  return { official: summary(official), ours: summary(ours) };
};

const always = (response: PlannedResponse): Situation => ({ server: () => () => response });

const codes = [
  ...officialList("THROTTLING_ERROR_CODES"),
  ...officialList("TRANSIENT_ERROR_CODES"),
  ...officialList("CLOCK_SKEW_ERROR_CODES"),
  "BadRequestException",
  "GatewayTimeoutException",
  "InternalFailure",
  "InternalServiceException",
  "NotFoundException",
  "ProvisionedThroughputExceeded",
  "ResourceNotFoundException",
  "ServiceUnavailable",
  "UnrecognizedClientException",
  "ValidationException",
  "throttling",
];

describe("an error of the service", () => {
  test.each(codes)("%s", async (code) => {
    for (const status of [400, 403, 408, 429, 500, 501, 503]) {
      const { official, ours } = await compare(always(error(code, status)));
      expect({ code, status, ...ours }).toEqual({ code, status, ...official });
    }
  });

  test.each([300, 302, 400, 401, 404, 408, 413, 418, 421, 425, 429, 500, 501, 502, 503, 504, 511, 520])(
    "without a name, with status %d",
    async (status) => {
      for (const response of [{ status }, { status, body: "" }, { status, body: "<html>" }]) {
        const { official, ours } = await compare(always(response));
        expect({ response, requests: ours.requests, waits: ours.waits }).toEqual({
          response,
          requests: official.requests,
          waits: official.waits,
        });
      }
    },
  );

  test.each(["Signature expired: 20240101T000000Z", "Signature not yet current"])(
    "InvalidSignatureException: %s",
    async (message) => {
      const response = {
        ...error("InvalidSignatureException", 403),
        body: JSON.stringify({ message }),
      };
      const { official, ours } = await compare(always(response));
      expect(ours).toEqual(official);
    },
  );
});

const networkCodes = [
  ...officialList("NODEJS_TIMEOUT_ERROR_CODES"),
  ...officialList("NODEJS_NETWORK_ERROR_CODES"),
  "EPROTO",
  "EADDRNOTAVAIL",
  "EMFILE",
  "ENETDOWN",
  "EACCES",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_INVALID_CHAR",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_HTTP2_STREAM_ERROR",
  "UND_ERR_SOCKET",
];

/** A handler that fails before anything is sent. */
const failing = (make: () => unknown): Situation => ({
  server: () => () => ({}),
  config: () => ({ requestHandler: { handle: () => Promise.reject(make()), metadata: {} } as never }),
});

const failure = (message: string, more: object): Error => Object.assign(new Error(message), more);

describe("a failure of the transport", () => {
  test.each<[string, () => unknown]>([
    ...networkCodes.map((code): [string, () => unknown] => [code, () => failure("no", { code })]),
    ...networkCodes.map((code): [string, () => unknown] => [
      `${code} as a cause`,
      () => failure("no", { cause: failure("within", { code }) }),
    ]),
    ["without a code", () => new Error("no")],
    ["TimeoutError", () => failure("no", { name: "TimeoutError" })],
    ["text", () => "no"],
    ["undefined", () => undefined],
    [
      "a refused stream",
      () =>
        failure("Stream closed with error code NGHTTP2_REFUSED_STREAM", { code: "ERR_HTTP2_STREAM_ERROR" }),
    ],
    ["Chrome's", () => new TypeError("Failed to fetch")],
    ["Safari's", () => new TypeError("Load failed")],
    ["React Native's", () => new TypeError("Network request failed")],
  ])("%s", async (_name, make) => {
    const { official, ours } = await compare(failing(make));
    expect(ours).toMatchObject({
      requests: 0,
      attempts: official.attempts,
      waits: official.waits,
      totalRetryDelay: official.totalRetryDelay,
    });
  });

  test.each(["HPE_INVALID_CONSTANT", "HPE_HEADER_OVERFLOW"])(`${difference("no-http")}: %s`, async (code) => {
    const { official, ours } = await compare(failing(() => failure("no", { code })));
    expect([official.attempts, ours.attempts]).toEqual([1, 3]);
  });

  test(difference("fetch-failure"), async () => {
    const timeout = { cause: failure("no", { code: "UND_ERR_CONNECT_TIMEOUT" }) };
    for (const error of [
      new TypeError("NetworkError when attempting to fetch resource."),
      new TypeError("fetch failed", timeout),
      new TypeError("error sending request for url"),
      // It cannot be told from them.
      new TypeError("x is not a function"),
    ]) {
      const { official, ours } = await compare(failing(() => error));
      expect([error.message, official.attempts, ours.attempts]).toEqual([error.message, 1, 3]);
    }
  });
});
