import {
  AmplifyBackendClient,
  CloneBackendCommand,
  DeleteBackendCommand,
  GetBackendJobCommand,
  ListBackendJobsCommand,
  ListS3BucketsCommand,
} from "@aws-sdk/client-amplifybackend";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import { type Command, KyHttpHandler, type MetadataBearer } from "../index.js";
import * as ours from "../testing/amplify.js";
import { credentials, testClient } from "../testing/clients.js";
import { type CapturedRequest, type LocalServer, startServer } from "../testing/local-server.js";

const session = { ...credentials, sessionToken: "example-session" };

type OurCommand = Command<object, MetadataBearer, Error>;
const environment = { AppId: "my app/ü", BackendEnvironmentName: "a!b'c(d)e*f~g" };
const cases: [string, OurCommand, object][] = [
  [
    "CloneBackend",
    new ours.CloneBackendCommand({
      ...environment,
      TargetEnvironmentName: 'té"\u2028\n\ud800😀',
    }) as OurCommand,
    new CloneBackendCommand({ ...environment, TargetEnvironmentName: 'té"\u2028\n\ud800😀' }),
  ],
  [
    "DeleteBackend",
    new ours.DeleteBackendCommand(environment) as OurCommand,
    new DeleteBackendCommand(environment),
  ],
  [
    "GetBackendJob",
    new ours.GetBackendJobCommand({ ...environment, JobId: "%2e x" }) as OurCommand,
    new GetBackendJobCommand({ ...environment, JobId: "%2e x" }),
  ],
  [
    "ListBackendJobs",
    new ours.ListBackendJobsCommand({ ...environment, MaxResults: 25, NextToken: undefined }) as OurCommand,
    new ListBackendJobsCommand({ ...environment, MaxResults: 25, NextToken: undefined }),
  ],
  ["ListS3Buckets", new ours.ListS3BucketsCommand({}) as OurCommand, new ListS3BucketsCommand({})],
];

let server: LocalServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  server.requests.length = 0;
});
afterAll(() => server.close());

async function captureBoth(
  command: OurCommand,
  official: object,
  identity = credentials,
): Promise<[CapturedRequest, CapturedRequest]> {
  const options = { region: "eu-west-1", endpoint: server.url, credentials: identity };
  const client = testClient(options);
  await client.send(command);
  client.destroy();
  const officialClient = new AmplifyBackendClient(options);
  await officialClient.send(official as DeleteBackendCommand);
  officialClient.destroy();
  const [mine, theirs] = server.requests;
  if (mine === undefined || theirs === undefined) throw new Error("A client sent nothing.");
  return [mine, theirs];
}

function signedHeadersOf({ headers }: CapturedRequest): string | undefined {
  return /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "")?.[1];
}

/** Signs a captured request anew, as the official client's signer would. */
async function signAgain(request: CapturedRequest): Promise<string | undefined> {
  const names = new Set(signedHeadersOf(request)?.split(";"));
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => names.has(name)),
  ) as Record<string, string>;
  const signer = new SignatureV4({
    credentials: session,
    region: "eu-west-1",
    service: "amplifybackend",
    sha256: Sha256,
  });
  const date = String(request.headers["x-amz-date"]).replace(
    /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/,
    "$1-$2-$3T$4:$5:$6Z",
  );
  const unsigned = new HttpRequest({
    method: request.method,
    path: request.url,
    headers,
    ...(request.body === "" ? {} : { body: request.body }),
  });
  const signed = await signer.sign(unsigned, { signingDate: new Date(date) });
  return signed.headers["authorization"];
}

describe("beside the official client", () => {
  test.each(cases)("%s goes out as the same request", async (_name, command, official) => {
    const [mine, theirs] = await captureBoth(command, official);
    expect([mine.method, mine.url, mine.body]).toEqual([theirs.method, theirs.url, theirs.body]);
    expect(Object.keys(mine.headers).sort()).toEqual(Object.keys(theirs.headers).sort());
    for (const name of [
      "content-type",
      "content-length",
      "x-amz-content-sha256",
      "amz-sdk-request",
      "host",
    ]) {
      expect([name, mine.headers[name]]).toEqual([name, theirs.headers[name]]);
    }
    expect(signedHeadersOf(mine)).toBe(signedHeadersOf(theirs));
  });

  test.each(cases)(
    "%s carries the signature that the official signer gives, with a session token",
    async (_name, command, official) => {
      const [mine] = await captureBoth(command, official, session);
      expect(mine.headers["x-amz-security-token"]).toBe("example-session");
      expect(mine.headers.authorization).toBe(await signAgain(mine));
    },
  );

  test("a body-less POST says nothing about a type, one with nothing set sends {}", async () => {
    const [none] = await captureBoth(
      new ours.DeleteBackendCommand(environment) as OurCommand,
      new DeleteBackendCommand(environment),
    );
    expect([none.body, none.headers["content-type"]]).toEqual(["", undefined]);
    server.requests.length = 0;
    const [empty] = await captureBoth(
      new ours.ListS3BucketsCommand({}) as OurCommand,
      new ListS3BucketsCommand({}),
    );
    expect([empty.body, empty.headers["content-type"]]).toEqual(["{}", "application/json"]);
  });

  test.each(cases)("%s goes out the same over ky", async (_name, command, official) => {
    const [, theirs] = await captureBoth(command, official);
    server.requests.length = 0;
    await testClient({ endpoint: server.url, requestHandler: new KyHttpHandler() }).send(command);
    const [mine] = server.requests;
    expect([mine?.method, mine?.url, mine?.body]).toEqual([theirs.method, theirs.url, theirs.body]);
    expect(mine && signedHeadersOf(mine)).toBe(signedHeadersOf(theirs));
  });
});
