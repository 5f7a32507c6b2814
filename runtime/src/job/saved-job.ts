import type { Client } from "../client/client.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { identifiersOf, missingOf } from "./identifiers.js";
import type { JobDescriptor, JobIdentifiers } from "./job-descriptor.js";

/** The version of the text; a reader refuses a newer one than it knows. */
const VERSION = 1;

/** A job to follow. */
export interface FollowedJob {
  readonly identifiers: JobIdentifiers;
  /** The operation that started it, where it is known. */
  readonly operation?: string | undefined;
  /** Whether the service has returned it yet: until then, "not found" may mean that it is too new. */
  readonly seen: boolean;
}

/** Writes down what another process needs to follow a job. */
export function saveJob({ name }: JobDescriptor, { service }: Client, job: FollowedJob): string {
  return JSON.stringify({ version: VERSION, service: service.sdkId, job: name, ...job });
}

/** @throws {@link ConfigurationError} where the text is not what {@link saveJob} wrote for such a job */
export function readSavedJob(descriptor: JobDescriptor, { service }: Client, text: string): FollowedJob {
  const saved = parse(text);
  if (saved["version"] !== VERSION) throw unfit(`its version is not ${VERSION}`);
  if (saved["service"] !== service.sdkId || saved["job"] !== descriptor.name) {
    throw unfit(`it is no ${descriptor.name} of ${service.sdkId}`);
  }
  const { identifiers: named, operation, seen } = saved;
  const identifiers = identifiersOf(descriptor.identifiers, asObject(named) ?? {});
  const missing = missingOf(descriptor.identifiers, identifiers);
  if (missing.length > 0) throw unfit(`it has no ${missing.join(", ")}`);
  return {
    identifiers,
    operation: typeof operation === "string" ? operation : undefined,
    seen: seen === true,
  };
}

function parse(text: unknown): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    // Its error would quote the text.
  }
  const saved = asObject(value);
  if (saved === undefined) throw unfit("it is no JSON object");
  return saved;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function unfit(what: string): ConfigurationError {
  return new ConfigurationError(
    `The poller cannot be resumed from this text: ${what}. Pass what \`serialize()\` returned.`,
  );
}
