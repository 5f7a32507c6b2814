import type { Command } from "../client/command.js";
import type { MetadataBearer } from "../client/metadata.js";
import type { RequestOptions } from "../client/request-options.js";

/** A command of which only the result matters. */
export type AnyCommand<Output extends MetadataBearer = MetadataBearer> = Command<object, Output, Error>;

/** Names of a job's identifiers, and their values. */
export type JobIdentifiers = Readonly<Record<string, string>>;

/** How jobs of one kind are followed, from the model's `tinsmith#job` trait. Members are named as in the model. */
export interface JobDescriptor<Job extends MetadataBearer = MetadataBearer> {
  /** What jobs of this kind are called, e.g. `BackendJob`. */
  readonly name: string;
  /** The operation that tells how a job is doing. */
  readonly command: new (
    input: never,
  ) => AnyCommand<Job>;
  /** The members of its input that together name a job. */
  readonly identifiers: readonly string[];
  /** The one of them that is the job's own. */
  readonly id: string;
  /** The member of a job that says its state. */
  readonly status: string;
  /** The member of a job that names the operation that started it. */
  readonly operation?: string;
  /** The member of a job that says why it failed. */
  readonly error?: string;
  /** States of a job that ended well; every state that is in neither list means that it goes on. */
  readonly completed: readonly string[];
  /** States of a job that failed. */
  readonly failed: readonly string[];
  /** How all jobs are listed, the latest first. */
  readonly list?: {
    /** The listing's paginator. */
    readonly paginate: (
      config: never,
      input: never,
      options?: RequestOptions,
    ) => AsyncIterable<MetadataBearer>;
    /** Path to a page's jobs. */
    readonly items: readonly string[];
    /** The members of its input that have to be there. */
    readonly identifiers: readonly string[];
  };
  /** What the service says where another job is in the way; groups are called as the identifiers that they match. */
  readonly conflict?: RegExp;
}
