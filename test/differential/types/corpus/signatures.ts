import {
  AmplifyBackendClient,
  type BackendJobRespObj,
  CloneBackendCommand,
  type CloneBackendCommandInput,
  type CloneBackendCommandOutput,
  type CloneBackendRequest,
  ListBackendJobsCommand,
} from "@aws-sdk/client-amplifybackend";

type Target = Pick<CloneBackendCommandInput, "TargetEnvironmentName">;
type Job = Record<"JobId" | "Status", NonNullable<CloneBackendCommandOutput["JobId"]>>;

const source: Omit<CloneBackendRequest, keyof Target> = { AppId: "d1corpus", BackendEnvironmentName: "dev" };

async function clone(client: AmplifyBackendClient, target: Target): Promise<Job> {
  const input: CloneBackendCommandInput = { ...source, ...target };
  const output: CloneBackendCommandOutput = await client.send(new CloneBackendCommand(input));
  return { JobId: output.JobId ?? "", Status: output.Status ?? "UNKNOWN" };
}

async function jobs(client: AmplifyBackendClient): Promise<BackendJobRespObj[]> {
  const { Jobs } = await client.send(new ListBackendJobsCommand(source));
  return Jobs ?? [];
}

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient({});
  const job = await clone(client, { TargetEnvironmentName: "copy" });
  console.log(job.Status, job.JobId.length);
  for (const { Operation, Status, CreateTime } of await jobs(client)) {
    console.log(Operation, Status, CreateTime?.length);
  }
}
