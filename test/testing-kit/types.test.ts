import { expect, test } from "@jest/globals";
import {
  type AmplifyBackendClient,
  CloneBackendCommand,
  GetBackendCommand,
  InputValidationError,
  ListBackendJobsCommand,
  NotFoundException,
} from "@tinsmith/amplifybackend";
import { mockAmplifyBackend, mockClient } from "@tinsmith/amplifybackend/testing";

/** Is compiled, not called: were a type lost, and `any` in its place, there would be no error to expect. */
const refusedByTypes = (): void => {
  const mock = mockAmplifyBackend();
  const client: AmplifyBackendClient = mock.client();
  const clone = mock.on(CloneBackendCommand, { AppId: "a" });
  clone.resolvesOnce({ JobId: "j", $metadata: { requestId: "r" } }).resolves({ Status: "PENDING" });
  clone.rejects({ name: "NotFoundException", message: "gone", ResourceType: "App" });
  clone.rejects(new NotFoundException({ message: "gone", $metadata: {} }));
  clone.callsFake(({ TargetEnvironmentName }, { attempts }) => ({
    JobId: `${TargetEnvironmentName}${attempts.length}`,
  }));
  mock
    .on(ListBackendJobsCommand)
    .resolves({ Jobs: [{ AppId: "a", BackendEnvironmentName: "dev", JobId: "j" }] });
  const input: string | undefined = mock.inputs(CloneBackendCommand)[0]?.TargetEnvironmentName;
  mockClient(client).commandCalls(CloneBackendCommand, {
    AppId: expect.any(String),
    TargetEnvironmentName: input,
  });

  // @ts-expect-error the output has no such member
  clone.resolves({ JobID: "j" });
  // @ts-expect-error the output's JobId is a string
  clone.resolves({ JobId: 5 });
  // @ts-expect-error items of lists are checked, too
  mock.on(ListBackendJobsCommand).resolves({ Jobs: [{ JobId: 5 }] });
  // @ts-expect-error GetBackend answers with no JobId
  mock.on(GetBackendCommand).resolvesOnce({ JobId: "j" });
  // @ts-expect-error the function gives no output of CloneBackend
  clone.callsFake(() => ({ JobId: 5 }));
  // @ts-expect-error the input has no such member
  clone.callsFake(({ Target }) => ({ JobId: Target }));
  // @ts-expect-error the input has no such member
  mock.on(CloneBackendCommand, { Target: "test" });
  // @ts-expect-error the input's AppId is a string
  mock.commandCalls(CloneBackendCommand, { AppId: 5 });
  // @ts-expect-error CloneBackend has no such error
  clone.rejects({ name: "NoSuchException" });
  // @ts-expect-error BadRequestException has no ResourceType
  clone.rejects({ name: "BadRequestException", ResourceType: "App" });
  // @ts-expect-error it is the client that validates
  clone.rejects(new InputValidationError("bad", { issues: [] }));
  // @ts-expect-error an error without code is none of a connection's
  clone.rejects(new Error("boom"));
  // @ts-expect-error an error is no text
  clone.rejects("boom");
  // @ts-expect-error this is no class of commands
  mock.on(NotFoundException);
  // @ts-expect-error this is no client
  mockClient({});
};

test("the types of a stub are those of its command", () => {
  expect(refusedByTypes).toBeInstanceOf(Function);
});
