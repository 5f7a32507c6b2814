import * as official from "@aws-sdk/client-amplifybackend";
import { expect } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import type { Ending, Endings } from "../../support/both-clients.js";
import { modelledErrors } from "./error-forms.js";

/** The classes of errors that both packages have. */
const CLASSES = ["AmplifyBackendServiceException", ...Object.keys(modelledErrors)];

/** What the body tells beyond the type and the message. */
const MEMBERS = ["ResourceType", "LimitType", "resourceType", "limitType", "reason", "details", "__type"];

/** Both clients threw the same, as far as callers look; `subject` is printed where they did not. */
export function expectSameError({ ours: our, official: their }: Endings, subject: string): void {
  expect({ subject, ...view(our, ours) }).toStrictEqual({ subject, ...view(their, official) });
}

function view({ error, output }: Ending, sdk: object): object {
  if (error === undefined) return { output };
  const classes = sdk as Readonly<Record<string, new () => Error>>;
  return {
    name: nameOf(error),
    message: error["message"],
    text: String(error).replace("UnmodeledServiceException", nameOf(error)),
    $fault: error["$fault"],
    $metadata: withoutDecisions(error["$metadata"]),
    $response: headOf(error["$response"]),
    members: Object.fromEntries(MEMBERS.map((name) => [name, error[name]])),
    classes: CLASSES.filter((name) => error instanceof (classes[name] as new () => Error)),
    isError: error instanceof Error,
    hasStack: typeof error["stack"],
  };
}

/** What the official client calls an error nobody modelled: the difference has its row, and its test. */
const nameOf = (error: Record<string, unknown>): string =>
  String(error["name"] === "UnmodeledServiceException" ? error["code"] : error["name"]);

const headOf = (response: unknown): object => {
  const { statusCode, reason, headers } = response as Record<string, unknown>;
  const { date, ...others } = headers as Record<string, string>;
  return { statusCode, reason, headers: others, hasDate: date !== undefined };
};

/** Ours says more, see the difference `retry-decisions`. */
export function withoutDecisions(metadata: unknown): object {
  const { retryDecisions, ...rest } = metadata as { retryDecisions?: unknown };
  return rest;
}
