import {
  AmplifyBackend,
  AmplifyBackendClient,
  GetBackendCommand,
  type GetBackendCommandOutput,
  NotFoundException,
} from "@aws-sdk/client-amplifybackend";

const existing = new GetBackendCommand({ AppId: "d1corpus" });
const missing = { AppId: "d0missing" };

function withClient(client: AmplifyBackendClient): Promise<void> {
  return new Promise((resolve) => {
    client.send(existing, (error, data) => {
      console.log("send", error, data?.AppName);
      client.send(existing, { requestTimeout: 5_000 }, (_error, again) => {
        console.log("send with options", again?.BackendEnvironmentList);
        resolve();
      });
    });
  });
}

function withMethods(amplify: AmplifyBackend): Promise<GetBackendCommandOutput | undefined> {
  return new Promise((resolve, reject) => {
    amplify.getBackend(missing, (error: unknown) => {
      if (!(error instanceof NotFoundException)) return reject(error);
      console.log("method", error.name, error.message.length > 0, error.ResourceType !== null);
      amplify.getBackend({ AppId: "d1corpus" }, {}, (failure: Error | null, data) => {
        if (failure) reject(failure);
        else resolve(data);
      });
    });
  });
}

export async function main(): Promise<void> {
  await withClient(new AmplifyBackendClient());
  const data = await withMethods(new AmplifyBackend());
  console.log(data?.AppId);
}
