import {
  type ClientError,
  Command,
  type ErrorDescriptor,
  type MetadataBearer,
  type OperationDescriptor,
  type ServiceDescriptor,
  ServiceException,
  type ServiceExceptionOptions,
  type StructureDescriptor,
  ValidatedCommand,
} from "../index.js";

/** A few operations of AmplifyBackend, written by hand as the generator writes them. */

export class AmplifyException extends ServiceException {}

export class NotFoundException extends AmplifyException {
  static override readonly descriptor: ErrorDescriptor = {
    kind: "structure",
    name: "NotFoundException",
    fault: "client",
    status: 404,
    members: {
      Message: { target: "string", jsonName: "message" },
      ResourceType: { target: "string", jsonName: "resourceType" },
    },
  };
  declare readonly name: "NotFoundException";
  declare readonly $fault: "client";
  declare readonly Message?: string | undefined;
  declare readonly ResourceType?: string | undefined;

  constructor(options: ServiceExceptionOptions<NotFoundException>) {
    super(options);
  }
}

export class TooManyRequestsException extends AmplifyException {
  static override readonly descriptor: ErrorDescriptor = {
    kind: "structure",
    name: "TooManyRequestsException",
    fault: "client",
    status: 429,
    members: {},
  };
  declare readonly name: "TooManyRequestsException";
}

export class AccessDeniedException extends AmplifyException {
  static override readonly descriptor: ErrorDescriptor = {
    kind: "structure",
    name: "AccessDeniedException",
    fault: "client",
    members: {},
  };
  declare readonly name: "AccessDeniedException";
}

export class UnmodeledServiceException extends AmplifyException {
  override readonly name = "UnmodeledServiceException";
}

export const service: ServiceDescriptor = {
  format: 1,
  name: "AmplifyBackend",
  sdkId: "AmplifyBackend",
  version: "2020-08-11",
  signingName: "amplifybackend",
  endpointPrefix: "amplifybackend",
  package: { name: "@tinsmith/amplifybackend", version: "0.1.0" },
  commonErrors: [AccessDeniedException],
  unmodeledError: UnmodeledServiceException,
};

type Failure =
  | AccessDeniedException
  | ClientError
  | NotFoundException
  | TooManyRequestsException
  | UnmodeledServiceException;

function operation(
  name: string,
  method: string,
  uri: string,
  input: StructureDescriptor["members"],
  output: StructureDescriptor["members"],
  more: Partial<OperationDescriptor> = {},
): OperationDescriptor {
  return {
    format: 1,
    name,
    http: { method, uri, code: 200 },
    input: { kind: "structure", name: `${name}Request`, members: input },
    output: { kind: "structure", name: `${name}Response`, members: output },
    errors: [NotFoundException, TooManyRequestsException],
    ...more,
  };
}

const label = { target: "string", required: true, location: "label" } as const;
const jobMembers: StructureDescriptor["members"] = {
  AppId: { target: "string", jsonName: "appId" },
  BackendEnvironmentName: { target: "string", jsonName: "backendEnvironmentName" },
  Error: { target: "string", jsonName: "error" },
  JobId: { target: "string", jsonName: "jobId" },
  Operation: { target: "string", jsonName: "operation" },
  Status: { target: "string", jsonName: "status" },
};

/** What operations that start a job answer with. */
export interface Job {
  AppId?: string | undefined;
  BackendEnvironmentName?: string | undefined;
  Error?: string | undefined;
  JobId?: string | undefined;
  Operation?: string | undefined;
  Status?: string | undefined;
}
export interface JobOutput extends Job, MetadataBearer {}

export interface CloneBackendInput {
  AppId: string;
  BackendEnvironmentName: string;
  TargetEnvironmentName: string;
}

const cloneBackend = operation(
  "CloneBackend",
  "POST",
  "/backend/{AppId}/environments/{BackendEnvironmentName}/clone",
  {
    AppId: label,
    BackendEnvironmentName: label,
    TargetEnvironmentName: { target: "string", required: true, jsonName: "targetEnvironmentName" },
  },
  jobMembers,
);

export class CloneBackendCommand extends ValidatedCommand<CloneBackendInput, JobOutput, Failure> {
  constructor(input: CloneBackendInput) {
    super(cloneBackend, input);
  }
}

/** The same, unvalidated. */
export class UnvalidatedCloneBackendCommand extends Command<CloneBackendInput, JobOutput, Failure> {
  constructor(input: CloneBackendInput) {
    super(cloneBackend, input);
  }
}

export interface EnvironmentInput {
  AppId: string;
  BackendEnvironmentName: string;
}

const deleteBackend = operation(
  "DeleteBackend",
  "POST",
  "/backend/{AppId}/environments/{BackendEnvironmentName}/remove",
  { AppId: label, BackendEnvironmentName: label },
  jobMembers,
);

export class DeleteBackendCommand extends Command<EnvironmentInput, JobOutput, Failure> {
  constructor(input: EnvironmentInput) {
    super(deleteBackend, input);
  }
}

export interface GetBackendJobInput extends EnvironmentInput {
  JobId: string;
}

const getBackendJob = operation(
  "GetBackendJob",
  "GET",
  "/backend/{AppId}/job/{BackendEnvironmentName}/{JobId}",
  { AppId: label, BackendEnvironmentName: label, JobId: label },
  jobMembers,
  { readonly: true },
);

export class GetBackendJobCommand extends Command<GetBackendJobInput, JobOutput, Failure> {
  constructor(input: GetBackendJobInput) {
    super(getBackendJob, input);
  }
}

export interface ListBackendJobsInput extends EnvironmentInput {
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}
export interface ListBackendJobsOutput extends MetadataBearer {
  Jobs?: Job[] | undefined;
  NextToken?: string | undefined;
}

const listBackendJobs = operation(
  "ListBackendJobs",
  "POST",
  "/backend/{AppId}/job/{BackendEnvironmentName}",
  {
    AppId: label,
    BackendEnvironmentName: label,
    MaxResults: { target: "integer", jsonName: "maxResults", range: { min: 1, max: 25 } },
    NextToken: { target: "string", jsonName: "nextToken" },
  },
  {
    Jobs: {
      target: {
        kind: "list",
        member: { target: { kind: "structure", name: "BackendJobRespObj", members: jobMembers } },
      },
      jsonName: "jobs",
    },
    NextToken: { target: "string", jsonName: "nextToken" },
  },
  { readonly: true },
);

export class ListBackendJobsCommand extends Command<ListBackendJobsInput, ListBackendJobsOutput, Failure> {
  constructor(input: ListBackendJobsInput) {
    super(listBackendJobs, input);
  }
}

export interface ListS3BucketsInput {
  NextToken?: string | undefined;
}
export interface ListS3BucketsOutput extends MetadataBearer {
  NextToken?: string | undefined;
}

const listS3Buckets = operation(
  "ListS3Buckets",
  "POST",
  "/s3Buckets",
  { NextToken: { target: "string", jsonName: "nextToken" } },
  { NextToken: { target: "string", jsonName: "nextToken" } },
  { readonly: true },
);

export class ListS3BucketsCommand extends Command<ListS3BucketsInput, ListS3BucketsOutput, Failure> {
  constructor(input: ListS3BucketsInput) {
    super(listS3Buckets, input);
  }
}
