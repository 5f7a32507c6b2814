import { AsyncLocalStorage } from "node:async_hooks";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import type { RequestHookEvent } from "@tinsmith/runtime";
import type { EventLog } from "../records/event-log.js";
import type { Sabotage } from "../sabotage.js";
import type { ServiceConnection } from "../service/service.js";

/** What the pollers of one process share: a client whose calls are recorded. */
export interface ClientContext {
  readonly client: AmplifyBackendClient;
  readonly log: EventLog;
  readonly sabotage: Sabotage | undefined;
  /** Runs something under a name: the calls that it sends are recorded as sent `by` it. */
  runAs<Result>(by: string, run: () => Result): Result;
}

/** Connects a process to the service. */
export const createClientContext = (
  connection: ServiceConnection,
  log: EventLog,
  sabotage?: Sabotage,
): ClientContext => {
  const names = new AsyncLocalStorage<string>();
  const onRequest = ({ operation, input, request }: RequestHookEvent): void => {
    const by = names.getStore() ?? "nobody";
    const call = request.headers["amz-sdk-invocation-id"] ?? "";
    const job = (input as { readonly JobId?: string }).JobId;
    log.write({ kind: "sent", by, operation, call, job });
  };
  const client = new AmplifyBackendClient({
    ...connection,
    hooks: { onRequest },
  });
  return { client, log, sabotage, runAs: (by, run) => names.run(by, run) };
};
