import {
  AmplifyBackendClient,
  CloneBackendCommand,
  GetBackendCommand,
  GetBackendJobCommand,
} from "@aws-sdk/client-amplifybackend";

const client = new AmplifyBackendClient({});

/** What one call answers is handed to the next as it is, and so is what the environment says. */
export async function main(): Promise<void> {
  process.env["CORPUS_APP_ID"] = "d1corpus";
  const AppId = process.env["CORPUS_APP_ID"];
  const { BackendEnvironmentList } = await client.send(new GetBackendCommand({ AppId }));
  const [BackendEnvironmentName] = BackendEnvironmentList ?? [];
  const clone = { AppId, BackendEnvironmentName, TargetEnvironmentName: "copy" };
  const { JobId } = await client.send(new CloneBackendCommand(clone));
  const job = await client.send(new GetBackendJobCommand({ AppId, BackendEnvironmentName, JobId }));
  console.log(job.Operation, job.Status, job.JobId === JobId);
}
