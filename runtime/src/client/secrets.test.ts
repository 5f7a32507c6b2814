import { inspect } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { Client, Command } from "../index.js";
import { service } from "../testing/amplify.js";
import { clientFor, clone, closeServerAfterEach, error, received } from "../testing/calls.js";
import { credentials } from "../testing/clients.js";

closeServerAfterEach();

describe("secrets", () => {
  const secret = "canary-secret";
  const loggers = () => {
    const lines: string[] = [];
    const write = (...content: unknown[]): void =>
      void lines.push(inspect(content, { depth: 20, showHidden: true }));
    return { lines, logger: { trace: write, debug: write, info: write, warn: write, error: write } };
  };

  test("of credentials show in no error and no log", async () => {
    const { lines, logger } = loggers();
    const client = await clientFor(() => error("NotFoundException", 404), {
      logger,
      credentials: { ...credentials, secretAccessKey: secret, sessionToken: secret },
    });
    const failures = [client.send(clone()), client.send(clone({ AppId: "" }))].map((call) =>
      call.catch((each: unknown) => each),
    );
    for (const failure of await Promise.all(failures))
      lines.push(inspect(failure, { depth: 20 }), JSON.stringify(failure));
    expect(lines.join()).toContain("NotFoundException");
    expect(lines.join()).not.toContain(secret);
  });

  test("that a hook puts into headers for a gateway show in no error that repeats them; other headers do", async () => {
    const { lines, logger } = loggers();
    const client = await clientFor(
      ({ headers }) => ({ status: 400, body: JSON.stringify({ message: JSON.stringify(headers) }) }),
      {
        logger,
        hooks: {
          onRequest: ({ request }) => {
            Object.assign(request.headers, { "X-Api-Key": secret, "x-correlation-id": "correlation-1" });
          },
        },
      },
    );
    const failure: unknown = await client.send(clone()).catch((each: unknown) => each);
    expect(received()[0]?.headers["x-api-key"]).toBe(secret);
    lines.push(inspect(failure, { depth: 20 }), JSON.stringify(failure));
    expect(lines.join()).toContain("correlation-1");
    expect(lines.join()).not.toContain(secret);
  });

  test("of client and environment do not show when a client is printed", () => {
    process.env["TINSMITH_CANARY"] = secret;
    try {
      const client = new Client(service, { credentials: { ...credentials, secretAccessKey: secret } });
      const printed = [inspect(client, { depth: 20, showHidden: true }), JSON.stringify(client)].join();
      expect(printed).toContain("variables");
      expect(printed).not.toContain(secret);
    } finally {
      delete process.env["TINSMITH_CANARY"];
    }
  });

  test("of inputs and outputs are blotted out of the log", async () => {
    const { lines, logger } = loggers();
    const { operation } = clone();
    const members = {
      ...operation.input.members,
      TargetEnvironmentName: { target: "string", jsonName: "t", sensitive: true },
    } as const;
    const command = new Command(
      { ...operation, input: { ...operation.input, members } },
      { AppId: "visible", BackendEnvironmentName: "b", TargetEnvironmentName: secret, Unknown: secret },
    );
    await (await clientFor(() => ({}), { logger })).send(command);
    expect(received()[0]?.body).toContain(secret);
    expect(lines.join()).toContain("visible");
    expect(lines.join()).not.toContain(secret);
  });
});
