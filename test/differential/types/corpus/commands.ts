import {
  AmplifyBackendClient,
  CloneBackendCommand,
  GetBackendCommand,
  GetBackendJobCommand,
} from "@aws-sdk/client-amplifybackend";

const client = new AmplifyBackendClient({ region: "eu-west-1" });

async function waitForJob(appId: string, environment: string, jobId: string): Promise<string> {
  for (let polls = 0; polls < 10; polls++) {
    const job = await client.send(
      new GetBackendJobCommand({ AppId: appId, BackendEnvironmentName: environment, JobId: jobId }),
    );
    if (job.Status === "COMPLETED" || job.Status === "FAILED") return job.Status;
  }
  return "PENDING";
}

export async function main(): Promise<void> {
  const input = { AppId: "d1corpus", BackendEnvironmentName: "dev", TargetEnvironmentName: "staging" };
  const started = await client.send(new CloneBackendCommand(input));
  console.log(started.Operation, started.Status, started.$metadata.httpStatusCode);
  if (started.JobId === undefined) throw new Error("no job");
  console.log(await waitForJob("d1corpus", "dev", started.JobId));
  const { BackendEnvironmentList } = await client.send(new GetBackendCommand({ AppId: "d1corpus" }));
  console.log(BackendEnvironmentList?.join(", "));
}
