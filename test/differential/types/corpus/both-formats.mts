import { createRequire } from "node:module";
import {
  AmplifyBackendClient,
  AmplifyBackendServiceException,
  BadRequestException,
  GetBackendCommand,
  NotFoundException,
} from "@aws-sdk/client-amplifybackend";

// As in an application of ES modules with a dependency that is CommonJS.
const dependency = createRequire(import.meta.url)(
  "@aws-sdk/client-amplifybackend",
) as typeof import("@aws-sdk/client-amplifybackend");

export async function main(): Promise<void> {
  const input = { AppId: "d0missing", BackendEnvironmentName: "dev" };
  const ours = await new AmplifyBackendClient({})
    .send(new GetBackendCommand(input))
    .catch((error: unknown) => error);
  const theirs = await new dependency.AmplifyBackendClient({})
    .send(new dependency.GetBackendCommand(input))
    .catch((error: unknown) => error);
  for (const error of [ours, theirs]) {
    console.log(error instanceof NotFoundException, error instanceof dependency.NotFoundException);
    console.log(error instanceof AmplifyBackendServiceException, error instanceof BadRequestException);
  }
}
