import {
  AmplifyBackendClient,
  AmplifyBackendServiceException,
  BadRequestException,
  GetBackendCommand,
  GetBackendJobCommand,
  NotFoundException,
  TooManyRequestsException,
} from "@aws-sdk/client-amplifybackend";

const client = new AmplifyBackendClient({});

function describe(error: unknown): string {
  if (error instanceof NotFoundException) return `no such ${error.ResourceType ?? "thing"}`;
  if (error instanceof TooManyRequestsException) return `limit ${error.LimitType}`;
  if (error instanceof BadRequestException) return `bad: ${error.Message}`;
  if (error instanceof AmplifyBackendServiceException) return `${error.name} (${error.$fault})`;
  return `unexpected: ${String(error)}`;
}

async function nameOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "none";
  } catch (error) {
    switch ((error as Error).name) {
      case "NotFoundException":
        return "not found";
      case "TooManyRequestsException":
        return "throttled";
      default:
        return (error as Error).name;
    }
  }
}

export async function main(): Promise<void> {
  const job = { AppId: "d1corpus", BackendEnvironmentName: "nope", JobId: "j-1" };
  try {
    await client.send(new GetBackendJobCommand(job));
  } catch (error) {
    console.log(describe(error));
    if (!(error instanceof AmplifyBackendServiceException)) throw error;
    const { name, $fault, $metadata, message } = error;
    console.log(name, $fault, $metadata.httpStatusCode, $metadata.attempts, message.length > 0);
    console.log(error instanceof Error, typeof $metadata.requestId, error.$retryable?.throttling);
  }
  console.log(await nameOf(client.send(new GetBackendJobCommand(job))));
  console.log(await nameOf(client.send(new GetBackendCommand({ AppId: "d1corpus" }))));
}
