/** What generated clients and their users take from the runtime. */
export type { BoundParams } from "./client/bind-params.js";
export type { Callback, CallbackArguments, SendArguments } from "./client/callback.js";
export { Client } from "./client/client.js";
export { Command } from "./client/command.js";
export type {
  CallError,
  ErrorHookEvent,
  Hook,
  HookRequest,
  Hooks,
  RequestHookEvent,
  ResponseHookEvent,
  RetryHookEvent,
} from "./client/hooks/hooks.js";
export { invoke } from "./client/invoke.js";
export type { MetadataBearer, ResponseMetadata } from "./client/metadata.js";
export type { RequestOptions } from "./client/request-options.js";
export type { SafeResult } from "./client/safe-result.js";
export {
  __Client,
  type __MetadataBearer,
  $Command,
  type ClientDefaults,
  type ClientInputEndpointParameters,
} from "./client/smithy-names.js";
export { ValidatedCommand } from "./client/validated-command.js";
export type { AbortSignalLike, FormerAbortSignal } from "./common/abort-signal.js";
export type { DocumentType } from "./common/document.js";
export type { Logger } from "./common/logger.js";
export { once } from "./common/once.js";
export type { Provider } from "./common/provider.js";
export type { Unchecked } from "./common/unchecked.js";
export type { ClientConfig, RetryMode } from "./config/client-config.js";
export type { DefaultsMode } from "./config/defaults-mode.js";
export type { Environment } from "./config/environment.js";
export type { ResolvedClientConfig } from "./config/resolved-config.js";
export type { UserAgentPair } from "./config/user-agent-pair.js";
export type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  AwsIdentityProperties,
  CallerClientConfig,
  CredentialDefaultProvider,
  CredentialDefaultProviderInit,
  ResolvedCredentialIdentity,
  ResolvedCredentialIdentityProvider,
} from "./credentials/identity.js";
export type { BoundMembers } from "./descriptors/bound-members.js";
export type { Codec } from "./descriptors/codec.js";
export type { ErrorDescriptor } from "./descriptors/error.js";
export type { HttpBinding, JobStartingOperation, OperationDescriptor } from "./descriptors/operation.js";
export type {
  ModeledExceptionClass,
  ServiceDescriptor,
  ServiceExceptionClass,
} from "./descriptors/service.js";
export { DESCRIPTOR_FORMAT } from "./descriptors/service.js";
export type {
  Bounds,
  EnumDescriptor,
  ListDescriptor,
  MapDescriptor,
  MemberDescriptor,
  MemberLocation,
  ShapeDescriptor,
  SimpleShape,
  StructureDescriptor,
  TimestampFormat,
  UnionDescriptor,
} from "./descriptors/shape.js";
export type { StreamingBlobInput, StreamingBlobOutput } from "./descriptors/streaming-blob.js";
export type { AttemptDiagnostics, CallDiagnostics } from "./diagnostics/events.js";
export type { Endpoint, EndpointInput, RuleEndpoint, UrlLike } from "./endpoint/endpoint.js";
export { AbortError } from "./errors/abort-error.js";
export type { ClientError } from "./errors/client-error.js";
export { ConfigurationError } from "./errors/configuration-error.js";
export { CredentialsProviderError } from "./errors/credentials-provider-error.js";
export { InputValidationError } from "./errors/input-validation-error.js";
export { JobConflictError } from "./errors/job-conflict-error.js";
export { JobFailedError } from "./errors/job-failed-error.js";
export { JobStartError } from "./errors/job-start-error.js";
export { NetworkError, type NetworkPhase } from "./errors/network-error.js";
export { OutputValidationError } from "./errors/output-validation-error.js";
export { PaginationError } from "./errors/pagination-error.js";
export { ResponseParseError } from "./errors/response-parse-error.js";
export { ServiceException, type ServiceExceptionOptions } from "./errors/service-exception.js";
export { TimeoutError, type TimeoutPhase } from "./errors/timeout-error.js";
export { WaiterError } from "./errors/waiter-error.js";
export { isJobConflict } from "./job/job-conflict.js";
export type { JobDescriptor, JobIdentifiers } from "./job/job-descriptor.js";
export type { JobOptions, JobStartOptions } from "./job/job-options.js";
export { type JobOrigin, JobPoller } from "./job/job-poller.js";
export type { JobPhase, JobState } from "./job/job-state.js";
export { type PaginatorDescriptor, paginate } from "./pagination/paginate.js";
export type { PaginationConfiguration } from "./pagination/pagination-configuration.js";
export type { ItemPaginator, Paginator } from "./pagination/paginator.js";
export { boundMembers } from "./protocol/bound-members.js";
export { bigDecimalCodec, bigIntegerCodec } from "./protocol/codecs/big-number-codecs.js";
export { blobCodec } from "./protocol/codecs/blob-codec.js";
export { documentCodec } from "./protocol/codecs/document-codec.js";
export { timestampCodec } from "./protocol/codecs/timestamp-codec.js";
export type { RawHttpResponse } from "./protocol/raw-response.js";
export type { RetryDelayOptions } from "./retry/delay-options.js";
export type { RetryDecision, RetryReason } from "./retry/retry-decision.js";
export type { RetryErrorInfo, RetryErrorType, RetryStrategy, RetryToken } from "./retry/retry-strategy.js";
export type { RequestSigner, RequestSigningOptions, SignedRequest } from "./signing/request-signer.js";
export type {
  FetchFunction,
  FetchFunctionInit,
  FetchFunctionResponse,
  PlatformAbortSignal,
} from "./transport/fetch-function.js";
export type { FetchSettings, PlatformRequest } from "./transport/fetch-settings.js";
export type { HandlerSettings } from "./transport/handler-settings.js";
export type {
  HttpHandler,
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  QueryParameterBag,
} from "./transport/http-handler.js";
export type { ValidationConstraint, ValidationIssue, ValidationIssueCode } from "./validation/issue.js";
export type { ValidationMode, ValidationOptions } from "./validation/mode.js";
export { loadJmesPath } from "./waiter/search.js";
export { waitFor } from "./waiter/wait-for.js";
export { waitUntil } from "./waiter/wait-until.js";
export type { WaiterConfiguration, WaiterRequestOptions } from "./waiter/waiter-configuration.js";
export type {
  PathMatcher,
  WaiterAcceptor,
  WaiterDescriptor,
  WaiterMatcher,
} from "./waiter/waiter-descriptor.js";
export type { WaiterResult, WaiterState } from "./waiter/waiter-result.js";
