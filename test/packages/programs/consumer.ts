import {
  AmplifyBackendClient,
  type AmplifyBackendClientConfig,
  CloneBackendCommand,
  type CloneBackendCommandInput,
  type CloneBackendCommandOutput,
  type CloneBackendError,
  type FetchFunction,
  type HandlerSettings,
  NotFoundException,
  paginateListBackendJobs,
  type RetryErrorInfo,
  type RetryStrategy,
  type RetryToken,
  type ValidationMode,
  waitUntilBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend, ManualClock } from "@tinsmith/amplifybackend/local";
import { mockAmplifyBackend, type RecordedCall } from "@tinsmith/amplifybackend/testing";
import { GetBackendCommand } from "@tinsmith/amplifybackend/unvalidated";
import { KyHttpHandler } from "@tinsmith/runtime/ky";

const local = createLocalAmplifyBackend({ clock: new ManualClock(0) });
const client = new AmplifyBackendClient({ ...local.clientConfig(), maxAttempts: 1 });
const backend = { AppId: "d2fxkq1example", BackendEnvironmentName: "dev" };

/** Uses a command, a paginator and a waiter. */
export const cloneBackend = async (): Promise<CloneBackendCommandOutput> => {
  const output = await client.send(new CloneBackendCommand({ ...backend, TargetEnvironmentName: "test" }));
  const jobId: string | undefined = output.JobId;
  await waitUntilBackendJobCompleted({ client, maxWaitTime: 60 }, { ...backend, JobId: jobId ?? "" });
  for await (const page of paginateListBackendJobs({ client }, backend)) page.Jobs?.at(0)?.Status?.trim();
  return output;
};

/** Stubs a command, and reads what was called. */
export const lastInput = (): string | undefined => {
  const mock = mockAmplifyBackend();
  mock.on(CloneBackendCommand).resolves({ JobId: "j" });
  const call: RecordedCall<CloneBackendCommandInput> | undefined = mock
    .commandCalls(CloneBackendCommand)
    .at(-1);
  return call?.input.TargetEnvironmentName;
};

/** Tells errors apart by their names. */
export const resourceOf = (error: CloneBackendError): string | undefined =>
  error.name === "NotFoundException" ? error.ResourceType : undefined;

/** Tells errors apart by their classes, whichever entry the command is from. */
export const isMissing = async (): Promise<boolean> => {
  const result = await client.safeSend(new GetBackendCommand({ AppId: backend.AppId }));
  return !result.success && result.error instanceof NotFoundException;
};

// Were a type lost, and `any` in its place, there would be no error to expect.
// @ts-expect-error a required member is missing
new CloneBackendCommand(backend);
// @ts-expect-error AppId is a string
new GetBackendCommand({ AppId: 5 });
// @ts-expect-error no delay has this name
createLocalAmplifyBackend({ jobDelays: { waiting: 1 } });
// @ts-expect-error no output has this member
mockAmplifyBackend().on(CloneBackendCommand).resolves({ JobID: "j" });
// @ts-expect-error CloneBackend has no such error
export const isOther = (error: CloneBackendError): boolean => error.name === "NoSuchException";

/** Makes parts of its own, and names their types, without the runtime's package. */
export class NoRetries implements RetryStrategy {
  readonly #token: RetryToken = { getRetryCount: () => 0, getRetryDelay: () => 0 };
  acquireInitialRetryToken = async (): Promise<RetryToken> => this.#token;
  recordSuccess = (): void => {};
  async refreshRetryTokenForRetry(_token: RetryToken, { errorType }: RetryErrorInfo): Promise<RetryToken> {
    throw new Error(errorType);
  }
}

/** Sends requests with ky. */
export const onKy = new AmplifyBackendClient({ requestHandler: new KyHttpHandler({ requestTimeout: 1000 }) });
// @ts-expect-error a time is a number
new KyHttpHandler({ requestTimeout: "1s" });

/** Sets a client up piece by piece. */
export const configOf = (
  mode: ValidationMode,
  requestHandler: HandlerSettings | FetchFunction,
): AmplifyBackendClientConfig => ({
  validation: { input: mode },
  requestHandler,
  retryStrategy: new NoRetries(),
});
