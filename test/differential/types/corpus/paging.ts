import {
  AmplifyBackendClient,
  type BackendJobRespObj,
  CreateBackendConfigCommand,
  CreateBackendStorageCommand,
  ListBackendJobsCommand,
  type ListBackendJobsCommandOutput,
} from "@aws-sdk/client-amplifybackend";

const environment = { AppId: "d1corpus", BackendEnvironmentName: "dev" };

async function* allJobs(client: AmplifyBackendClient): AsyncGenerator<BackendJobRespObj> {
  let NextToken: string | undefined;
  do {
    const page: ListBackendJobsCommandOutput = await client.send(
      new ListBackendJobsCommand({ ...environment, MaxResults: 1, NextToken }),
    );
    for (const job of page.Jobs ?? []) yield job;
    NextToken = page.NextToken;
  } while (NextToken);
}

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient({});
  await client.send(
    new CreateBackendStorageCommand({
      ...environment,
      ResourceName: "files",
      ResourceConfig: { ServiceName: "S3", Permissions: { Authenticated: ["READ"] } },
    }),
  );
  await client.send(new CreateBackendConfigCommand({ AppId: "d1corpus", BackendManagerAppId: "d2" }));
  for await (const job of allJobs(client)) console.log(job.Operation, job.Status);
}
