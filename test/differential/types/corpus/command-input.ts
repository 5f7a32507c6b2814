import {
  CloneBackendCommand,
  type CloneBackendCommandInput,
  ListS3BucketsCommand,
} from "@aws-sdk/client-amplifybackend";

export async function main(): Promise<void> {
  const input: CloneBackendCommandInput = {
    AppId: "d1corpus",
    BackendEnvironmentName: "dev",
    TargetEnvironmentName: "one",
  };
  const command = new CloneBackendCommand(input);
  console.log(command.input === input, command.input.TargetEnvironmentName, command.constructor.name);
  const { input: given } = new CloneBackendCommand({ ...command.input, TargetEnvironmentName: "two" });
  console.log(given.TargetEnvironmentName, command instanceof CloneBackendCommand);
  input.TargetEnvironmentName = "three";
  console.log(command.input.TargetEnvironmentName, new ListS3BucketsCommand({}).input);
}
