import { AsyncLocalStorage } from "node:async_hooks";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import type { RequestHookEvent } from "@tinsmith/runtime";
import type { Ledger } from "../books/ledger.js";
import type { Sabotage } from "../sabotage.js";
import type { ServiceConnection } from "../service/service.js";

/** All that the followers of one process have in common. */
export interface Site {
  readonly client: AmplifyBackendClient;
  readonly ledger: Ledger;
  readonly sabotage: Sabotage | undefined;
  /** Runs something in a follower's name: what is sent meanwhile is put down to it. */
  as<Result>(by: string, run: () => Result): Result;
}

/** Connects a process to the service. */
export const openSite = (connection: ServiceConnection, ledger: Ledger, sabotage?: Sabotage): Site => {
  const followers = new AsyncLocalStorage<string>();
  const onRequest = ({ operation, input, request }: RequestHookEvent): void => {
    const by = followers.getStore() ?? "nobody";
    const call = request.headers["amz-sdk-invocation-id"] ?? "";
    const job = (input as { readonly JobId?: string }).JobId;
    ledger.write({ kind: "sent", by, operation, call, job });
  };
  const client = new AmplifyBackendClient({
    ...connection,
    hooks: { onRequest },
  });
  return { client, ledger, sabotage, as: (by, run) => followers.run(by, run) };
};
