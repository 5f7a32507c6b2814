import {
  type AmplifyBackendClientConfig,
  AmplifyBackendClient as OfficialClient,
  GetBackendJobCommand as OfficialCommand,
} from "@aws-sdk/client-amplifybackend";
import { describe, expect, test } from "@jest/globals";
import { AmplifyBackendClient, GetBackendJobCommand, type HttpRequest } from "@tinsmith/amplifybackend";
import { difference } from "../support/differences.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";
import { inSurroundings } from "./support/surroundings.js";

keepConsoleQuiet();

const INPUT = { AppId: "app", BackendEnvironmentName: "dev", JobId: "job" };

const sent: HttpRequest[] = [];

const config = {
  region: "eu-west-1",
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "token" },
  endpoint: "https://example.com/base",
  maxAttempts: 2,
  retryMode: "adaptive",
  customUserAgent: "mine",
  userAgentAppId: "app",
  systemClockOffset: 5,
  requestHandler: {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async (request: HttpRequest) => {
      sent.push(request);
      return { response: { statusCode: 200, headers: {}, body: new TextEncoder().encode("{}") } };
    },
  } as never,
};

/** What both clients have in common. */
interface ClientLike {
  readonly config: object;
  send(command: object): Promise<unknown>;
}

const make = {
  official: (given: object) => new OfficialClient(given) as unknown as ClientLike,
  ours: (given: object) => new AmplifyBackendClient(given) as unknown as ClientLike,
};

type Kind = keyof typeof make;

/** What a client of the one kind sends that got something of a client of the other. */
async function sendAfter(
  [first, second]: readonly [Kind, Kind],
  take: (shown: AmplifyBackendClientConfig) => object,
): Promise<HttpRequest> {
  sent.length = 0;
  return inSurroundings({}, async () => {
    const client = make[second](take(make[first](config).config));
    await client.send(second === "ours" ? new GetBackendJobCommand(INPUT) : new OfficialCommand(INPUT));
    const [request] = sent;
    if (request === undefined) throw new Error("Nothing was sent.");
    return request;
  });
}

const expected = {
  hostname: "example.com",
  path: "/base/backend/app/job/dev/job",
  headers: {
    "amz-sdk-request": "attempt=1; max=2",
    "user-agent": expect.stringMatching(/app\/app mine$/),
    authorization: expect.stringMatching(/Credential=AKID\/\d+\/eu-west-1\/amplifybackend\//),
    "x-amz-security-token": "token",
  },
};

describe("what client.config of one client shows fits another", () => {
  const pairs: (readonly [Kind, Kind])[] = [
    ["official", "official"],
    ["ours", "ours"],
    ["official", "ours"],
    ["ours", "official"],
  ];
  test.each(pairs)("key by key, from %s to %s", async (...kinds) => {
    const request = await sendAfter(
      kinds,
      ({
        region,
        credentials,
        endpoint,
        maxAttempts,
        retryMode,
        requestHandler,
        customUserAgent,
        userAgentAppId,
      }) => ({
        region,
        credentials,
        endpoint,
        maxAttempts,
        retryMode,
        requestHandler,
        customUserAgent,
        userAgentAppId,
      }),
    );
    expect(request).toMatchObject(expected);
  });

  test.each([
    ["ours", "ours"],
    ["official", "ours"],
  ] as const)("as a whole, from %s to %s", async (...kinds) => {
    await expect(sendAfter(kinds, (shown) => shown)).resolves.toMatchObject(expected);
    await expect(sendAfter(kinds, (shown) => ({ ...shown }))).resolves.toMatchObject(expected);
  });

  test("with other credentials, which then sign", async () => {
    const credentials = { accessKeyId: "OTHER", secretAccessKey: "other" };
    for (const first of ["official", "ours"] as const) {
      const { headers } = await sendAfter([first, "ours"], (shown) => ({ ...shown, credentials }));
      expect(headers["authorization"]).toContain("Credential=OTHER/");
      expect(headers["x-amz-security-token"]).toBeUndefined();
    }
  });

  test(difference("whole-config"), async () => {
    await expect(sendAfter(["official", "official"], (shown) => shown)).rejects.toThrow(
      /retry is not a function/,
    );
    await expect(sendAfter(["ours", "ours"], (shown) => shown)).resolves.toMatchObject(expected);
  });
});
