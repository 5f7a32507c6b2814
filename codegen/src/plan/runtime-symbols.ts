import type { CodeSymbol, ModuleReference } from "./code-symbol.js";

const RUNTIME: ModuleReference = { kind: "package", specifier: "@tinsmith/runtime" };
const TESTING: ModuleReference = { kind: "package", specifier: "@tinsmith/runtime/testing" };

/**
 * Everything that generated code imports from `@tinsmith/runtime`, in one place: this table is the
 * contract between the generator and the runtime's entry.
 */
export const RUNTIME_NAMES = [
  // What generated classes extend and call
  "Client",
  "Command",
  "JobPoller",
  "ServiceException",
  "ValidatedCommand",
  "bigDecimalCodec",
  "bigIntegerCodec",
  "blobCodec",
  "boundMembers",
  "documentCodec",
  "invoke",
  "isJobConflict",
  "loadJmesPath",
  "once",
  "paginate",
  "timestampCodec",
  "waitFor",
  "waitUntil",
  // Descriptors
  "ErrorDescriptor",
  "JobDescriptor",
  "JobStartingOperation",
  "OperationDescriptor",
  "ServiceDescriptor",
  "StructureDescriptor",
  "UnionDescriptor",
  "WaiterDescriptor",
  // Types in signatures
  "Callback",
  "ClientConfig",
  "ClientError",
  "DocumentType",
  "ItemPaginator",
  "MetadataBearer",
  "JobOptions",
  "JobStartOptions",
  "PaginationConfiguration",
  "Paginator",
  "RequestOptions",
  "ResolvedClientConfig",
  "SendArguments",
  "ServiceExceptionOptions",
  "StreamingBlobInput",
  "StreamingBlobOutput",
  "WaiterConfiguration",
  "WaiterRequestOptions",
  "WaiterResult",
  // Passed on to users, who then need not name the runtime
  "$Command",
  "__Client",
  "__MetadataBearer",
  "AbortError",
  "AbortSignalLike",
  "AttemptDiagnostics",
  "AwsCredentialIdentity",
  "AwsCredentialIdentityProvider",
  "AwsIdentityProperties",
  "CallDiagnostics",
  "CallError",
  "ClientDefaults",
  "ClientInputEndpointParameters",
  "ConfigurationError",
  "CredentialDefaultProvider",
  "CredentialsProviderError",
  "DefaultsMode",
  "EndpointInput",
  "ErrorHookEvent",
  "FetchFunction",
  "FetchSettings",
  "HandlerSettings",
  "HookRequest",
  "Hooks",
  "HttpHandler",
  "HttpHandlerOptions",
  "HttpRequest",
  "HttpResponse",
  "InputValidationError",
  "JobConflictError",
  "JobFailedError",
  "JobIdentifiers",
  "JobPhase",
  "JobStartError",
  "JobState",
  "Logger",
  "NetworkError",
  "NetworkPhase",
  "OutputValidationError",
  "PaginationError",
  "Provider",
  "RawHttpResponse",
  "RequestHookEvent",
  "RequestSigner",
  "RequestSigningOptions",
  "ResponseHookEvent",
  "ResponseMetadata",
  "ResponseParseError",
  "RetryDecision",
  "RetryDelayOptions",
  "RetryErrorInfo",
  "RetryErrorType",
  "RetryHookEvent",
  "RetryMode",
  "RetryReason",
  "RetryStrategy",
  "RetryToken",
  "SafeResult",
  "SignedRequest",
  "TimeoutError",
  "TimeoutPhase",
  "UserAgentPair",
  "ValidationConstraint",
  "ValidationIssue",
  "ValidationIssueCode",
  "ValidationMode",
  "ValidationOptions",
  "WaiterError",
  "WaiterState",
] as const;

/** The name of something that the runtime exports. */
export type RuntimeName = (typeof RUNTIME_NAMES)[number];

/** @returns the symbol for something that the runtime exports */
export const runtime = (name: RuntimeName): CodeSymbol => ({ name, module: RUNTIME });

/** Everything that generated code imports from `@tinsmith/runtime/testing`, and passes on. */
export const TESTING_NAMES = [
  "CommandStub",
  "MockExpectation",
  "RawAnswer",
  "ReceivedCommandMatchers",
  "RecordedCall",
  "ServiceMock",
  "StubbedError",
  "StubbedOutput",
  "expectMock",
  "receivedCommand",
] as const;

/** @returns the symbol for something that the runtime's test kit exports */
export const testing = (name: (typeof TESTING_NAMES)[number]): CodeSymbol => ({ name, module: TESTING });

/** `z` of `import * as z from "zod/mini"`. */
export const ZOD: CodeSymbol = {
  name: "z",
  module: { kind: "package", specifier: "zod/mini" },
  namespace: true,
};
