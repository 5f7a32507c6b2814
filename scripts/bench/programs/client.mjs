// Calls by a client; PACKAGE is one of the two, which differ in nothing else.
import { AmplifyBackendClient, CloneBackendCommand, GetBackendJobCommand } from "PACKAGE";

const BACKEND = { AppId: "d2fxkq1example", BackendEnvironmentName: "dev" };

export const createCalls = (endpoint) => {
  const client = new AmplifyBackendClient({
    endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI" },
  });
  return {
    CloneBackend: () => client.send(new CloneBackendCommand({ ...BACKEND, TargetEnvironmentName: "pr-42" })),
    GetBackendJob: () =>
      client.send(new GetBackendJobCommand({ ...BACKEND, JobId: "5f0e1d2c-clone-example" })),
  };
};
