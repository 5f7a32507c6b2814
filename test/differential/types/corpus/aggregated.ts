import { AmplifyBackend } from "@aws-sdk/client-amplifybackend";

export async function main(): Promise<void> {
  const amplify = new AmplifyBackend({});
  const { Buckets = [] } = await amplify.listS3Buckets();
  console.log(Buckets.map(({ Name }) => Name));
  const again = await amplify.listS3Buckets({}, { requestTimeout: 5_000 });
  console.log(again.Buckets?.length, again.NextToken);
  const backend = await amplify.getBackend({ AppId: "d1corpus", BackendEnvironmentName: "dev" });
  console.log(backend.AppName, backend.BackendEnvironmentName, backend.Error);
  const job = await amplify.deleteBackend({ AppId: "d1corpus", BackendEnvironmentName: "dev" });
  console.log(job.Operation, job.Status);
  amplify.destroy();
}
