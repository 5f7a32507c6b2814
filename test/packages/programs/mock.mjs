// Calls a mock: for a value, for an error, and in vain.
import { AmplifyBackend, CloneBackendCommand, NotFoundException } from "@tinsmith/amplifybackend";
import { mockAmplifyBackend, mockClient } from "@tinsmith/amplifybackend/testing";

const mock = mockAmplifyBackend();
mock.on(CloneBackendCommand).resolvesOnce({ JobId: "job-1" }).rejectsOnce({ name: "NotFoundException" });
const input = { AppId: "d2fxkq1example", BackendEnvironmentName: "dev", TargetEnvironmentName: "test" };
const command = new CloneBackendCommand(input);
const { JobId } = await mock.client().send(command);
const { error } = await mock.client().safeSend(command);
const unstubbed = await mock.client().safeSend(command);
if (!(error instanceof NotFoundException)) throw error;
console.log(JobId, error.name, error.$metadata.httpStatusCode, unstubbed.error.name, mock.calls().length);

const everywhere = mockClient(AmplifyBackend);
everywhere.onAnyCommand().resolves({});
await new AmplifyBackend({ region: "eu-west-1" }).cloneBackend(input);
everywhere.restore();
