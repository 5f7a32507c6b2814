import type { StagedFault } from "@tinsmith/amplifybackend/local";
import { API_CONFIG, authConfig, storageConfig } from "../local/support/inputs.js";
import { APP, DEV, JOB_TIME } from "../local/support/world.js";
import type { Failure } from "./outcome.js";
import { PAGE } from "./spelling.js";

/** One call of the story. In its input, `$name.Member` stands for a member of what the step of that name has got. */
export interface Step {
  readonly title: string;
  /** The name by which later steps refer to this one's answer. */
  readonly name?: string;
  /** What goes wrong meanwhile. */
  readonly stage?: StagedFault;
  readonly operation: string;
  readonly input: object;
  /** Jobs on a page: the call lists all pages. */
  readonly pageSize?: number;
  /** Milliseconds that the service's clock goes on by afterwards. */
  readonly passes?: number;
  /** What the answer has in it. */
  readonly gives?: object;
  /** What the call fails with. */
  readonly fails?: Failure;
}

const API = { ...DEV, ResourceName: "todos" };
const LATER = { passes: JOB_TIME };
const job = (name: string): object => ({ ...DEV, JobId: `$${name}.JobId` });
const pending = (Operation: string): object => ({ AppId: APP, Operation, Status: "PENDING" });
/** More often than any client tries. */
const ALWAYS = 10;

const creating: readonly Step[] = [
  {
    title: "an app that does not exist is not found",
    operation: "GetBackend",
    input: DEV,
    fails: {
      code: "NotFoundException",
      message: `App ${APP} does not exist`,
      status: 404,
      members: { ResourceType: "App" },
    },
  },
  {
    title: "a backend is created",
    name: "created",
    operation: "CreateBackend",
    input: { ...DEV, AppName: "shop" },
    passes: JOB_TIME / 2,
    gives: { ...pending("CreateBackend"), BackendEnvironmentName: "dev" },
  },
  {
    title: "its job is running",
    operation: "GetBackendJob",
    input: job("created"),
    ...LATER,
    gives: { Operation: "CreateBackend", Status: "RUNNING" },
  },
  {
    title: "its job is over",
    operation: "GetBackendJob",
    input: job("created"),
    gives: { Status: "COMPLETED" },
  },
  {
    title: "the backend is there",
    operation: "GetBackend",
    input: DEV,
    gives: { AppName: "shop", BackendEnvironmentList: ["dev"] },
  },
  {
    title: "what exists cannot be created",
    operation: "CreateBackend",
    input: { ...DEV, AppName: "shop" },
    fails: {
      code: "BadRequestException",
      message: `App ${APP} already has a backend environment dev`,
      status: 400,
    },
  },
];

const resources: readonly Step[] = [
  {
    title: "authentication is created",
    operation: "CreateBackendAuth",
    input: { ...DEV, ResourceName: "people", ResourceConfig: authConfig() },
    ...LATER,
    gives: pending("CreateBackendAuth"),
  },
  {
    title: "authentication is read",
    operation: "GetBackendAuth",
    input: { ...DEV, ResourceName: "people" },
    gives: { ResourceName: "people", ResourceConfig: { Service: "COGNITO" } },
  },
  {
    title: "storage is created, in an answer without an operation",
    operation: "CreateBackendStorage",
    input: { ...DEV, ResourceName: "files", ResourceConfig: storageConfig() },
    ...LATER,
    gives: { AppId: APP, Status: "PENDING" },
  },
  {
    title: "an API is created",
    operation: "CreateBackendAPI",
    input: { ...API, ResourceConfig: API_CONFIG },
    ...LATER,
    gives: pending("CreateBackendAPI"),
  },
  {
    title: "models are generated",
    operation: "GenerateBackendAPIModels",
    input: API,
    ...LATER,
    gives: pending("GenerateBackendAPIModels"),
  },
  {
    title: "models are a module, no JSON",
    operation: "GetBackendAPIModels",
    input: API,
    gives: { Status: "LATEST" },
  },
];

const cloning: readonly Step[] = [
  {
    title: "an environment is cloned",
    name: "cloned",
    operation: "CloneBackend",
    input: { ...DEV, TargetEnvironmentName: "test" },
    gives: pending("CloneBackend"),
  },
  {
    title: "a second job is refused while the first is pending",
    operation: "CloneBackend",
    input: { ...DEV, TargetEnvironmentName: "other" },
    ...LATER,
    fails: {
      code: "ValidationException",
      message: `An error occurred while processing your request: There is already a pending job for the requested appId: ${APP} and backendEnvironmentName: dev, wait for it to complete before creating a new job.`,
      status: 400,
    },
  },
  {
    title: "so it is where somebody else's job is pending",
    stage: { kind: "pendingJob" },
    operation: "DeleteBackend",
    input: DEV,
    fails: { code: "ValidationException", status: 400 },
  },
  {
    title: "the clone is followed to its end",
    operation: "GetBackendJob",
    input: job("cloned"),
    gives: { Status: "COMPLETED" },
  },
];

const listing: readonly Step[] = [
  {
    title: "jobs are listed, the latest first, and a page says where the next one is",
    name: "page",
    operation: "ListBackendJobs",
    input: { ...DEV, MaxResults: 4 },
    gives: { Jobs: [{ Operation: "CloneBackend" }, {}, {}, {}] },
  },
  {
    title: "the page after it is the last",
    operation: "ListBackendJobs",
    input: { ...DEV, MaxResults: 4, NextToken: "$page.NextToken" },
    gives: { Jobs: [{}, { Operation: "CreateBackend" }] },
  },
  {
    title: "a token of nobody's is refused",
    operation: "ListBackendJobs",
    input: { ...DEV, NextToken: "5" },
    fails: { code: "BadRequestException", message: "NextToken is not valid", status: 400 },
  },
  {
    title: "all jobs are listed, two to a page",
    operation: "ListBackendJobs",
    input: DEV,
    pageSize: 2,
    gives: { Jobs: [{ Operation: "CloneBackend" }, {}, {}, {}, {}, { Operation: "CreateBackend" }] },
  },
];

const tokens: readonly Step[] = [
  {
    title: "a token is created",
    name: "token",
    operation: "CreateToken",
    input: { AppId: APP },
    gives: { AppId: APP },
  },
  {
    title: "it is read",
    operation: "GetToken",
    input: { AppId: APP, SessionId: "$token.SessionId" },
    gives: { AppId: APP },
  },
  {
    title: "it is deleted, by a call without a body",
    operation: "DeleteToken",
    input: { AppId: APP, SessionId: "$token.SessionId" },
    gives: { IsSuccess: true },
  },
];

const failing: readonly Step[] = [
  {
    title: "a call that is throttled once is made again",
    stage: { kind: "throttling", operation: "GetBackend" },
    operation: "GetBackend",
    input: DEV,
    gives: { BackendEnvironmentList: ["dev", "test"] },
  },
  {
    title: "a call that is always throttled fails",
    stage: { kind: "throttling", operation: "GetBackend", limitType: "calls per second", times: ALWAYS },
    operation: "GetBackend",
    input: DEV,
    fails: {
      code: "TooManyRequestsException",
      message: "Too many requests",
      status: 429,
      members: { LimitType: "calls per second" },
    },
  },
  {
    title: "a call whose connection is dropped once is made again",
    stage: { kind: "droppedConnection", operation: "GetBackend" },
    operation: "GetBackend",
    input: DEV,
    gives: { BackendEnvironmentList: ["dev", "test"] },
  },
  {
    title: "models are whatever they are staged as",
    stage: {
      kind: "output",
      operation: "GetBackendAPIModels",
      members: { Models: "export const schema = {" },
    },
    operation: "GetBackendAPIModels",
    input: API,
    gives: { Models: "export const schema = {" },
  },
  {
    title: "a job fails, and says why in colours",
    name: "failed",
    stage: { kind: "jobFailure", operation: "CreateBackendConfig", error: "\u001B[31mno\u001B[0m stack" },
    operation: "CreateBackendConfig",
    input: { AppId: APP },
    ...LATER,
    gives: { AppId: APP, BackendEnvironmentName: "dev", Status: "PENDING" },
  },
  {
    title: "its text is read",
    operation: "GetBackendJob",
    input: { AppId: APP, BackendEnvironmentName: "$failed.BackendEnvironmentName", JobId: "$failed.JobId" },
    gives: { Operation: "CreateBackendConfig", Status: "FAILED", Error: "\u001B[31mno\u001B[0m stack" },
  },
  {
    title: "an answer with status 200 has an error in it",
    stage: { kind: "inBandError", operation: "GetBackend", error: "no stack is found" },
    operation: "GetBackend",
    input: DEV,
    gives: { Error: "no stack is found" },
  },
  {
    title: PAGE,
    stage: { kind: "htmlPage", times: ALWAYS },
    operation: "GetBackend",
    input: DEV,
    fails: { status: 504 },
  },
  {
    title: "a modelled error with status 504",
    stage: { kind: "error", name: "GatewayTimeoutException", message: "too slow", times: ALWAYS },
    operation: "GetBackend",
    input: DEV,
    fails: { code: "GatewayTimeoutException", message: "too slow", status: 504 },
  },
];

const removing: readonly Step[] = [
  {
    title: "everything is removed, in an answer without an environment",
    name: "removed",
    operation: "RemoveAllBackends",
    input: { AppId: APP, CleanAmplifyApp: true },
    ...LATER,
    gives: pending("RemoveAllBackends"),
  },
  {
    title: "the removal is followed to its end",
    operation: "GetBackendJob",
    input: job("removed"),
    gives: { Operation: "RemoveAllBackends", Status: "COMPLETED" },
  },
  {
    title: "the app is gone",
    operation: "GetBackend",
    input: { AppId: APP },
    fails: { code: "NotFoundException", message: `App ${APP} does not exist`, status: 404 },
  },
];

/** A backend from its creation to its removal, with all that may go wrong. */
export const STORY: readonly Step[] = [
  ...creating,
  ...resources,
  ...cloning,
  ...listing,
  ...tokens,
  ...failing,
  ...removing,
];
