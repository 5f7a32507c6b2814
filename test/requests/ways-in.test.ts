import { describe, expect, jest, test } from "@jest/globals";
import * as sdk from "@tinsmith/amplifybackend";
import * as unvalidated from "@tinsmith/amplifybackend/unvalidated";

const handle = jest.fn(async () => ({ response: { statusCode: 200, headers: {}, body: "{}" } }));

const configuration = (params?: object, input: "strict" | "warn" | "off" = "off"): object => ({
  region: "eu-west-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" },
  requestHandler: { handle },
  validation: { input },
  ...(params === undefined ? {} : { params }),
});
const client = new sdk.AmplifyBackendClient(configuration());
const environment = { AppId: "app", BackendEnvironmentName: "dev" };
const job = { ...environment, JobId: "1" };

/** An input that says one thing when it is asked first, and another from then on. */
const twoFaced = (first: string, later: string): { AppId: string; BackendEnvironmentName: string } => {
  let asked = 0;
  return {
    AppId: "app",
    get BackendEnvironmentName() {
      return asked++ === 0 ? first : later;
    },
  };
};

const untyped = (value: unknown): { AppId: string; BackendEnvironmentName: string } => ({
  AppId: "app",
  BackendEnvironmentName: value as string,
});

const refused = { name: "InputValidationError" };

describe("a label is refused, however it comes in", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["by the input", () => client.send(new sdk.DeleteBackendCommand(untyped("..")))],
    [
      "by a command without validation",
      () => client.send(new unvalidated.DeleteBackendCommand(untyped(".."))),
    ],
    ["by a method", () => new sdk.AmplifyBackend(configuration()).deleteBackend(untyped(".."))],
    [
      "by a callback's call",
      () =>
        new Promise((resolve, reject) =>
          client.send(new sdk.DeleteBackendCommand(untyped("..")), (error, data) =>
            error === null ? resolve(data) : reject(error),
          ),
        ),
    ],
    [
      "by params of the client",
      () =>
        new sdk.AmplifyBackendClient(configuration({ BackendEnvironmentName: ".." })).send(
          new sdk.DeleteBackendCommand({ AppId: "app" } as sdk.DeleteBackendCommandInput),
        ),
    ],
    [
      "by a getter of params",
      () =>
        new sdk.AmplifyBackendClient(
          configuration({
            get AppId() {
              return "";
            },
          }),
        ).send(new sdk.RemoveAllBackendsCommand({} as sdk.RemoveAllBackendsCommandInput)),
    ],
    ["by a paginator's input", () => sdk.paginateListBackendJobs({ client }, untyped("x/..")).next()],
    [
      "by a waiter's input",
      () => sdk.waitUntilBackendJobCompleted({ client, maxWaitTime: 10 }, { ...job, JobId: "%2e%2e" }),
    ],
    ["as a String object", () => client.send(new sdk.DeleteBackendCommand(untyped(new String(".."))))],
    [
      "as a String object, even if it is fit",
      () => client.send(new sdk.DeleteBackendCommand(untyped(new String("a")))),
    ],
    ["as an array that would turn into it", () => client.send(new sdk.DeleteBackendCommand(untyped([".."])))],
    [
      "as an object that would",
      () => client.send(new sdk.DeleteBackendCommand(untyped({ toString: () => ".." }))),
    ],
    ["by a prototype", () => client.send(new sdk.DeleteBackendCommand(Object.create(untyped(".."))))],
    ["by a change before it is sent", () => client.send(changed(new sdk.DeleteBackendCommand(environment)))],
  ])("%s", async (_way, call) => {
    handle.mockClear();
    await expect(call()).rejects.toMatchObject(refused);
    expect(handle).not.toHaveBeenCalled();
  });
});

function changed(command: sdk.DeleteBackendCommand): sdk.DeleteBackendCommand {
  command.input.BackendEnvironmentName = "..";
  return command;
}

describe.each(["strict", "warn", "off"] as const)("an input that changes while it is read, %s", (mode) => {
  const send = async (input: { AppId: string; BackendEnvironmentName: string }): Promise<unknown> => {
    handle.mockClear();
    return new sdk.AmplifyBackendClient(configuration(undefined, mode))
      .send(new sdk.DeleteBackendCommand(input))
      .then(
        () => (handle.mock.calls as unknown as { path: string }[][])[0]?.[0]?.path,
        ({ name }: Error) => name,
      );
  };

  test("is sent as it was when it was checked, or refused", async () => {
    const outcomes = [await send(twoFaced("dev", "..")), await send(twoFaced("..", "dev"))];
    for (const outcome of outcomes)
      expect(["/backend/app/environments/dev/remove", "InputValidationError"]).toContain(outcome);
  });

  test("or right after it was handed over, is never sent as it must not be", async () => {
    const input = { ...environment };
    const pending = send(input);
    input.BackendEnvironmentName = "..";
    expect(["/backend/app/environments/dev/remove", "InputValidationError"]).toContain(await pending);
  });
});
