import * as sdk from "@tinsmith/amplifybackend";
import type { Command, MetadataBearer, SafeResult } from "@tinsmith/runtime";
import type { Narrator } from "./narrator.js";

/** Names an environment. */
export interface Backend {
  readonly AppId: string;
  readonly BackendEnvironmentName: string;
}

/** What an operation that starts a job answers. */
interface JobStart extends MetadataBearer {
  readonly BackendEnvironmentName?: string | undefined;
  readonly JobId?: string | undefined;
}

/** A command that starts a job. */
export type StartedJob = Command<object, JobStart, Error>;

/** Seconds between two looks at a job: the local service's jobs take a fraction of a second. */
const POLLING = { minDelay: 0.05, maxDelay: 0.1, maxWaitTime: 30 };

/** Makes the calls of a story and has the narrator tell of them. */
export class Storyteller {
  readonly #client: sdk.AmplifyBackendClient;
  readonly #narrator: Narrator;

  constructor(client: sdk.AmplifyBackendClient, narrator: Narrator) {
    this.#client = client;
    this.#narrator = narrator;
  }

  chapter(title: string): void {
    this.#narrator.chapter(title);
  }

  say(text: string): void {
    this.#narrator.say(text);
  }

  send<Output extends MetadataBearer>(command: Command<object, Output, Error>): Promise<Output> {
    return this.#narrator.call(command.operation.name, () => this.#client.send(command));
  }

  safeSend<Output extends MetadataBearer, Failure extends Error>(
    command: Command<object, Output, Failure>,
  ): Promise<SafeResult<Output, Failure>> {
    return this.#narrator.call(command.operation.name, () => this.#client.safeSend(command));
  }

  /** Starts a job and follows it to its end; a job that fails, or does not end, is an error. */
  async job(command: StartedJob, backend: Backend): Promise<void> {
    const { JobId = "", BackendEnvironmentName = backend.BackendEnvironmentName } = await this.send(command);
    const input = { AppId: backend.AppId, BackendEnvironmentName, JobId };
    await this.#narrator.call("GetBackendJob", () =>
      sdk.waitUntilBackendJobCompleted({ client: this.#client, ...POLLING }, input),
    );
    this.say(`${command.operation.name} is done`);
  }

  /** The environment's jobs, page by page. */
  async *pages(pageSize: number, backend: Backend): AsyncGenerator<sdk.ListBackendJobsCommandOutput> {
    const pages = sdk.paginateListBackendJobs({ client: this.#client, pageSize }, backend);
    for (;;) {
      const { value, done } = await this.#narrator.call("ListBackendJobs", () => pages.next());
      if (done === true || value === undefined) return;
      yield value;
    }
  }
}
