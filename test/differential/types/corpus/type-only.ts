import type {
  AmplifyBackendClient,
  BackendJobRespObj,
  GetBackendJobCommandOutput,
  Status,
} from "@aws-sdk/client-amplifybackend";

/** What a unit of an application needs of the client, for tests to give. */
interface Dependencies {
  readonly client: Pick<AmplifyBackendClient, "config" | "destroy">;
  readonly describe: (job: BackendJobRespObj) => string;
}

const isDone = (output: Pick<GetBackendJobCommandOutput, "Status">): boolean =>
  output.Status === "COMPLETED" || output.Status === "FAILED";

const stale: Status = "STALE";

function describeAll({ describe }: Dependencies, jobs: readonly BackendJobRespObj[]): string {
  return jobs.map(describe).join("; ");
}

export async function main(): Promise<void> {
  const client = { config: {}, destroy() {} } as unknown as AmplifyBackendClient;
  const jobs = [{ AppId: "a", BackendEnvironmentName: "dev", Status: "FAILED", Error: "no" }];
  console.log(describeAll({ client, describe: (job) => `${job.Status}: ${job.Error}` }, jobs));
  console.log(isDone({ Status: "RUNNING" }), stale);
}
