import { inspect } from "node:util";
import * as official from "@aws-sdk/client-amplifybackend";
import { expect, test } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import { startServer } from "../../../runtime/src/testing/local-server.js";
import { difference } from "../support/differences.js";

const SECRET = "canary-secret";
const token = { AppId: "d1", SessionId: SECRET };

test(difference("echoed-secrets"), async () => {
  await using server = await startServer(({ headers, url }) => ({
    status: 403,
    headers: { "x-amzn-errortype": "InvalidSignatureException" },
    body: JSON.stringify({
      message: `The canonical string should have been ${url}, x-amz-security-token:${headers["x-amz-security-token"]}`,
    }),
  }));
  const credentials = {
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "secret",
    sessionToken: "canary-session-token",
  };
  const config = { endpoint: server.url, region: "eu-west-1", credentials };
  const theirs = new official.AmplifyBackendClient(config);
  const mine = new ours.AmplifyBackendClient(config);
  const messageOf = (call: Promise<unknown>): Promise<string> =>
    call.then(String, (error: Error) => error.message);
  expect(await messageOf(theirs.send(new official.GetTokenCommand(token)))).toBe(
    "The canonical string should have been /backend/d1/challenge/canary-secret, x-amz-security-token:canary-session-token",
  );
  expect(await messageOf(mine.send(new ours.GetTokenCommand(token)))).toBe(
    "The canonical string should have been /backend/d1/challenge/***SensitiveInformation***, x-amz-security-token:***SensitiveInformation***",
  );
  theirs.destroy();
  mine.destroy();
});

test(difference("printed-commands"), () => {
  const print = (command: { input: object }): string =>
    inspect(command, { depth: 9 }) + JSON.stringify(command);
  const [theirs, mine] = [new official.GetTokenCommand(token), new ours.GetTokenCommand(token)];
  expect(print(theirs)).toContain(SECRET);
  expect(print(mine)).toBe(
    "GetTokenCommand { input: { AppId: 'd1', SessionId: '***SensitiveInformation***' } }" +
      '{"input":{"AppId":"d1","SessionId":"***SensitiveInformation***"}}',
  );
  expect([theirs.input, mine.input]).toEqual([token, token]);
});
