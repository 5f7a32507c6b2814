import { describe, expect, test } from "@jest/globals";
import type { Logger } from "@tinsmith/amplifybackend";
import { difference } from "../support/differences.js";
import { observeBoth } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";

keepConsoleQuiet();

interface Entry {
  readonly level: string;
  readonly content: unknown;
}

/** What each client tells its logger, the official client first. */
async function logged(statuses: readonly number[]): Promise<Entry[][]> {
  const logs: Entry[][] = [];
  const logger = (): Logger => {
    const entries: Entry[] = [];
    logs.push(entries);
    const at = (level: string) => (content: unknown) => void entries.push({ level, content });
    return { trace: at("trace"), debug: () => {}, info: at("info"), warn: at("warn"), error: at("error") };
  };
  await observeBoth({ config: () => ({ region: "eu-west-1", maxAttempts: 1, logger: logger() }), statuses });
  return logs;
}

const call = {
  clientName: "AmplifyBackendClient",
  commandName: "GetBackendJobCommand",
  input: { AppId: "app", BackendEnvironmentName: "dev", JobId: "job" },
};

describe("a logger is told once of each call, as by the official client,", () => {
  test("of a result", async () => {
    const metadata = { httpStatusCode: 200, attempts: 1, totalRetryDelay: 0 };
    const content = { ...call, output: {}, metadata: expect.objectContaining(metadata) };
    const [official, ours] = await logged([200]);
    expect(official).toEqual([{ level: "info", content }]);
    expect(ours).toEqual([{ level: "info", content }]);
  });

  test("of an error", async () => {
    const content = {
      ...call,
      error: expect.anything(),
      metadata: expect.objectContaining({ httpStatusCode: 400 }),
    };
    const [official, ours] = await logged([400]);
    expect(official).toEqual([{ level: "error", content }]);
    expect(ours).toEqual([{ level: "error", content }]);
  });
});

test(difference("logger-methods"), async () => {
  const written: unknown[] = [];
  const { official, ours } = await observeBoth({
    config: () => {
      const info = ({ commandName }: { commandName: string }) => void written.push(commandName);
      return { region: "eu-west-1", credentials: undefined, logger: { info } as never };
    },
    variables: { AWS_ACCESS_KEY_ID: "AKIDVARIABLE", AWS_SECRET_ACCESS_KEY: "secret" },
  });
  expect(official).toEqual({ failure: expect.stringContaining("debug is not a function") });
  expect(ours).toMatchObject({ accessKeyId: "AKIDVARIABLE" });
  expect(written).toEqual([call.commandName]);
});

test(difference("debug-log"), async () => {
  const lines: unknown[][] = [];
  const logger = (): Logger => {
    const written: unknown[] = [];
    lines.push(written);
    return { debug: (content) => void written.push(content), info() {}, warn() {}, error() {} };
  };
  await observeBoth({ config: () => ({ region: "eu-west-1", logger: logger() }) });
  const [official, ours] = lines;
  expect(official).toContain("@smithy/property-provider -> Not found in ENV: ENV_MAX_ATTEMPTS");
  expect(ours).toEqual([]);
});
