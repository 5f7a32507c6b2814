import type { Disagreement } from "./facts.js";

/** A fact on which our model differs from AWS's on purpose. */
export interface Difference {
  /** The fact; `*` stands for any name. */
  readonly fact: string;
  /** How many facts of that form differ. */
  readonly times: number;
  /** Shapes of whom the fact holds in AWS's model as in ours, though they fit the form: all others differ. */
  readonly except?: readonly string[];
  /** What our model says; `undefined`: nothing. */
  readonly ours: string | undefined;
  /** What AWS's model says; `undefined`: nothing. */
  readonly theirs: string | undefined;
  readonly reason: string;
}

const ALWAYS_SENT = "the service's own response shapes (…RespObj in AWS's PHP documentation) require it";
const RETURNED = "comes back, though AWS's model does not have it: see the comments in model/errors.yaml";
const JOB_ERROR = "quotes the Amplify CLI and CloudFormation: may hold parameters, schemas, paths";
const CREDENTIAL = "opens Amplify Studio";

const yes = (fact: string, times: number, reason: string, except: readonly string[] = []): Difference => ({
  fact,
  times,
  except,
  ours: "yes",
  theirs: undefined,
  reason,
});

/** Answers whose `Error` is no job's: AWS's own words, which quote nothing. */
const WITHOUT_JOB = [
  "GetBackendResponse",
  "GetBackendAPIResponse",
  "GetBackendAuthResponse",
  "UpdateBackendConfigResponse",
  "RemoveBackendConfigResponse",
];

/** An error that AWS's model lacks: its shape, its members, and that all 31 operations throw it. */
const further = (name: string, status: string, members: readonly string[]): readonly Difference[] => [
  { fact: `operation * throws ${name}`, times: 31, ours: status, theirs: undefined, reason: RETURNED },
  { fact: `structure ${name}`, times: 1, ours: "exists", theirs: undefined, reason: RETURNED },
  { fact: `${name} is an error`, times: 1, ours: status, theirs: undefined, reason: RETURNED },
  { fact: `${name}.* type`, times: members.length, ours: "string", theirs: undefined, reason: RETURNED },
  ...members.map((member): Difference => {
    const wireName = `${member.slice(0, 1).toLowerCase()}${member.slice(1)}`;
    const ours = `in the body as ${wireName}`;
    return { fact: `${name}.${member} travels`, times: 1, ours, theirs: undefined, reason: RETURNED };
  }),
];

/** Every deliberate difference between our model and AWS's, each with its reason. */
export const DIFFERENCES: readonly Difference[] = [
  // Output members that are always there. They are `clientOptional`, too: nobody relies on it.
  yes("*Response.AppId is required", 25, ALWAYS_SENT, ["UpdateBackendConfigResponse"]),
  yes("*Response.BackendEnvironmentName is required", 20, ALWAYS_SENT, [
    "CreateBackendConfigResponse",
    "GetBackendResponse",
  ]),
  yes("*BackendStorageResponse.JobId is required", 4, ALWAYS_SENT),
  yes("*BackendStorageResponse.Status is required", 4, ALWAYS_SENT),
  yes("*TokenResponse.SessionId is required", 2, ALWAYS_SENT),
  yes("*TokenResponse.ChallengeCode is required", 2, ALWAYS_SENT),
  yes("*TokenResponse.Ttl is required", 2, ALWAYS_SENT),
  yes("DeleteTokenResponse.IsSuccess is required", 1, ALWAYS_SENT),
  yes("ListS3BucketsResponse.Buckets is required", 1, ALWAYS_SENT),

  // Secrets that AWS does not mark.
  yes("*Token*.SessionId is sensitive", 4, CREDENTIAL),
  yes("*TokenResponse.ChallengeCode is sensitive", 2, CREDENTIAL),
  yes("*Response.Error is sensitive", 14, JOB_ERROR, WITHOUT_JOB),
  yes("BackendJobRespObj.Error is sensitive", 1, JOB_ERROR),
  yes("*.SmsMessage is sensitive", 2, "the same text as in SmsSettings, which AWS marks as a whole"),
  yes("GetBackendResponse.AmplifyMetaConfig is sensitive", 1, "holds the key of an API in API_KEY mode"),

  // Errors that AWS's model lacks.
  ...further("ValidationException", "400 client", ["Message"]),
  ...further("ResourceNotFoundException", "404 client", ["Message"]),
  ...further("LimitExceededException", "429 client", ["LimitType", "Message"]),
  ...further("InternalServiceException", "504 server", ["Message"]),
];

/** Whether a disagreement is the one that a row of the table foresees. */
export const explains = (difference: Difference, { fact, ours, theirs }: Disagreement): boolean =>
  difference.ours === ours &&
  difference.theirs === theirs &&
  pattern(difference.fact).test(fact) &&
  !difference.except?.some((shape) => fact.startsWith(`${shape}.`));

const pattern = (fact: string): RegExp =>
  new RegExp(`^${fact.replace(/[.]/gu, "\\.").replace(/\*/gu, "\\w*")}$`, "u");
