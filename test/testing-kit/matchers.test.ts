import { describe, expect, test } from "@jest/globals";
import { CloneBackendCommand, GetBackendCommand } from "@tinsmith/amplifybackend";
import {
  mockAmplifyBackend,
  type ReceivedCommandMatchers,
  receivedCommand,
} from "@tinsmith/amplifybackend/testing";

declare module "expect" {
  interface Matchers<R> extends ReceivedCommandMatchers<R> {}
}
expect.extend(receivedCommand);

const called = async () => {
  const mock = mockAmplifyBackend();
  mock.onAnyCommand().resolves({});
  const client = mock.client();
  await client.send(new GetBackendCommand({ AppId: "a" }));
  await client.send(
    new CloneBackendCommand({ AppId: "a", BackendEnvironmentName: "dev", TargetEnvironmentName: "test" }),
  );
  return mock;
};

describe("matchers named as those of aws-sdk-client-mock-jest", () => {
  test("hold what came", async () => {
    const mock = await called();
    expect(mock).toHaveReceivedAnyCommand();
    expect(mock).toHaveReceivedCommand(CloneBackendCommand);
    expect(mock).toHaveReceivedCommandTimes(CloneBackendCommand, 1);
    expect(mock).toHaveReceivedCommandWith(CloneBackendCommand, { TargetEnvironmentName: "test" });
    expect(mock).toHaveReceivedCommandWith(CloneBackendCommand, { AppId: expect.any(String) });
    expect(mock).toHaveReceivedNthCommandWith(2, CloneBackendCommand, { AppId: "a" });
    expect(mock).not.toHaveReceivedNthCommandWith(1, CloneBackendCommand, { AppId: "a" });
    expect(mock).toHaveReceivedNthSpecificCommandWith(1, CloneBackendCommand, { AppId: "a" });
    expect(mock).not.toHaveReceivedNthSpecificCommandWith(2, CloneBackendCommand, { AppId: "a" });
    expect(mock).toHaveReceivedLastCommandWith(CloneBackendCommand, { AppId: "a" });
    expect(mock).not.toHaveReceivedLastCommandWith(GetBackendCommand, { AppId: "a" });
    expect(mock).not.toHaveReceivedCommandWith(CloneBackendCommand, { TargetEnvironmentName: "other" });
    expect(mockAmplifyBackend()).not.toHaveReceivedAnyCommand();
    expect(mockAmplifyBackend()).toHaveReceivedCommandTimes(GetBackendCommand, 0);
  });

  test("say what came instead", async () => {
    const mock = await called();
    const came = [
      "These calls have come:",
      '  1. GetBackend {"AppId":"a"}',
      '  2. CloneBackend {"TargetEnvironmentName":"test","AppId":"a","BackendEnvironmentName":"dev"}',
    ].join("\n");
    const failing: readonly (readonly [() => void, string])[] = [
      [
        () => expect(mock).toHaveReceivedCommandTimes(GetBackendCommand, 2),
        `Expected GetBackendCommand to have come 2 times, not 1.\n${came}`,
      ],
      [
        () => expect(mock).toHaveReceivedNthCommandWith(3, GetBackendCommand, { AppId: "b" }),
        `Expected call 3 to be GetBackendCommand with {"AppId":"b"}.\n${came}`,
      ],
      [
        () => expect(mock).toHaveReceivedNthSpecificCommandWith(2, GetBackendCommand, { AppId: "a" }),
        `Expected GetBackendCommand number 2 to have come with {"AppId":"a"}.\n${came}`,
      ],
      [
        () => expect(mock).toHaveReceivedLastCommandWith(GetBackendCommand, { AppId: "a" }),
        `Expected the last call to be GetBackendCommand with {"AppId":"a"}.\n${came}`,
      ],
      [
        () => expect(mock).not.toHaveReceivedCommand(GetBackendCommand),
        `Expected GetBackendCommand not to have come.\n${came}`,
      ],
      [
        () => expect(mockAmplifyBackend()).toHaveReceivedAnyCommand(),
        "Expected a call to have come.\nNo call has come.",
      ],
    ];
    for (const [fail, message] of failing) expect(fail).toThrow(new Error(message));
  });

  test("take the mock, not the client", async () => {
    const mock = await called();
    expect(() => expect(mock.client()).toHaveReceivedCommand(GetBackendCommand)).toThrow(
      /Pass the mock to expect/,
    );
  });
});
