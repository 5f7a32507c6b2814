import { Writable } from "node:stream";
import { ListS3BucketsCommand, AmplifyBackendClient as OfficialClient } from "@aws-sdk/client-amplifybackend";
import { describe, expect, jest, test } from "@jest/globals";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { difference } from "../support/differences.js";

describe(difference("sdk-v2-loggers"), () => {
  const written = jest.fn();
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(void written()) });

  test.each<[string, object]>([
    ["an object with `log` alone", { log: written }],
    ["a stream", stream],
  ])("%s", async (_what, given) => {
    const local = createLocalAmplifyBackend();
    const server = await local.listen();
    const config = { ...local.clientConfig(server), logger: given as Console };
    await new OfficialClient({ ...config, requestHandler: {} })
      .send(new ListS3BucketsCommand())
      .finally(() => server.close());
    expect(written).not.toHaveBeenCalled();

    expect(() => new AmplifyBackendClient(config)).toThrow(/^logger has no method info/);
  });
});
