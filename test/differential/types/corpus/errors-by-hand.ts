import {
  AmplifyBackendServiceException,
  BadRequestException,
  NotFoundException,
} from "@aws-sdk/client-amplifybackend";

const $metadata = { httpStatusCode: 404, requestId: "test" };

/** What an application does with errors, tried out without a service. */
function exitCodeOf(error: unknown): number {
  if (error instanceof NotFoundException) return error.ResourceType === "App" ? 3 : 4;
  if (error instanceof AmplifyBackendServiceException) return error.$fault === "server" ? 5 : 6;
  return 1;
}

export async function main(): Promise<void> {
  const missing = new NotFoundException({ message: "no app", $metadata, ResourceType: "App" });
  console.log(
    exitCodeOf(missing),
    missing.name,
    missing.message,
    missing.$fault,
    missing.$metadata.requestId,
  );
  const bad = new BadRequestException({ message: "bad", $metadata: {} });
  console.log(exitCodeOf(bad), bad.Message, bad instanceof NotFoundException, bad instanceof Error);
  const other = new AmplifyBackendServiceException({
    name: "InternalFailure",
    message: "oops",
    $fault: "server",
    $metadata: { httpStatusCode: 500 },
  });
  console.log(exitCodeOf(other), other.name, other.message, String(other));
  console.log(exitCodeOf(new Error("mine")), exitCodeOf({ name: "NotFoundException", $metadata }));
  const fake = { name: "NotFoundException", $fault: "client", $metadata, ResourceType: "App" };
  console.log(exitCodeOf(fake), exitCodeOf(Object.assign(new Error("fake"), fake, { $fault: "server" })));
  console.log(
    AmplifyBackendServiceException.isInstance(other),
    AmplifyBackendServiceException.isInstance({}),
  );
}
