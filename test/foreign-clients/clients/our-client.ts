import * as ours from "@tinsmith/amplifybackend";
import { type ConnectedClient, type Connection, MAX_ATTEMPTS } from "../outcome.js";
import { connectSdk } from "./sdk-client.js";

/** Our own client, which the others are held against. */
export const connectOurs = (connection: Connection): ConnectedClient => {
  const client = new ours.AmplifyBackendClient({ ...connection, maxAttempts: MAX_ATTEMPTS });
  const listJobs = async (input: object, pageSize: number): Promise<unknown[]> => {
    const jobs: unknown[] = [];
    const pages = ours.paginateListBackendJobs(
      { client, pageSize },
      input as ours.ListBackendJobsCommandInput,
    );
    for await (const job of pages.items()) jobs.push(job);
    return jobs;
  };
  return connectSdk({ commands: ours, client, listJobs });
};
