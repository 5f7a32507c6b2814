import type { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import type { Hooks, RequestOptions } from "@tinsmith/runtime";
import { CALL_HEADER } from "../proxy/exchange.js";
import type { CallRecord, CallResult } from "./call-record.js";
import type { AnyCommand } from "./world.js";

/** How a call is sent. */
export interface SendOptions {
  readonly client: AmplifyBackendClient;
  readonly command: AnyCommand;
  readonly abortSignal: AbortSignal;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Runs before an attempt is sent; attempts count from 1. */
  readonly beforeAttempt?: ((attempt: number) => Promise<void>) | undefined;
}

/** Sends a call in the form that is planned for it, and writes down every end that it comes to. */
export const sendCall = async (record: CallRecord, options: SendOptions): Promise<void> => {
  const { client, command, abortSignal, timeout } = options;
  const request: RequestOptions = { abortSignal, requestTimeout: timeout, hooks: hooksFor(record, options) };
  const succeed = (result: CallResult): void => {
    record.settled++;
    record.result = result;
  };
  const fail = (error: unknown): void => {
    record.settled++;
    record.error = error;
  };
  switch (record.plan.form) {
    case "send":
      return client.send(command, request).then(succeed, fail);
    case "safeSend": {
      const outcome = await client.safeSend(command, request);
      return outcome.success ? succeed(outcome.data) : fail(outcome.error);
    }
    default:
      return new Promise((resolve) =>
        client.send(command, request, (error, result) => {
          if (error) fail(error);
          else succeed(result as CallResult);
          resolve();
        }),
      );
  }
};

const hooksFor = ({ plan, invocationIds }: CallRecord, { beforeAttempt }: SendOptions): Hooks => ({
  onRequest: async ({ attempt, request }) => {
    request.headers[CALL_HEADER] = plan.id;
    invocationIds.add(request.headers["amz-sdk-invocation-id"] ?? "");
    await beforeAttempt?.(attempt);
  },
});
