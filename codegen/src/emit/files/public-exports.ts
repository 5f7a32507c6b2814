import { simpleTypes } from "../../ir/simple-types.js";
import type { ShapeId } from "../../model/model.js";
import type { CodeSymbol } from "../../plan/code-symbol.js";
import type { OperationSymbols, PackagePlan } from "../../plan/package-plan.js";
import { type RuntimeName, runtime } from "../../plan/runtime-symbols.js";
import type { Reexport } from "./reexports.js";

/** What users need beside the service's own names: errors to catch, types to name. */
const RUNTIME_VALUES: readonly RuntimeName[] = [
  ...(["$Command", "__Client"] as const),
  ...(["AbortError", "ConfigurationError", "CredentialsProviderError", "InputValidationError"] as const),
  ...(["NetworkError", "OutputValidationError", "PaginationError"] as const),
  ...(["ResponseParseError", "ServiceException", "TimeoutError", "WaiterError"] as const),
];
const RUNTIME_TYPES: readonly RuntimeName[] = [
  // As the official clients export them
  ...(["__MetadataBearer", "ClientDefaults", "ClientInputEndpointParameters"] as const),
  // Configuration
  ...(["AwsCredentialIdentity", "AwsCredentialIdentityProvider", "AwsIdentityProperties"] as const),
  ...(["CredentialDefaultProvider", "DefaultsMode", "EndpointInput", "Logger", "Provider"] as const),
  ...(["RequestSigner", "RequestSigningOptions", "SignedRequest", "UserAgentPair"] as const),
  ...(["ValidationMode", "ValidationOptions"] as const),
  // What sends requests
  ...(["FetchFunction", "FetchSettings", "HandlerSettings"] as const),
  ...(["HttpHandler", "HttpHandlerOptions", "HttpRequest", "HttpResponse"] as const),
  // Repeating
  ...(["RetryDecision", "RetryDelayOptions", "RetryErrorInfo", "RetryErrorType", "RetryMode"] as const),
  ...(["RetryReason", "RetryStrategy", "RetryToken"] as const),
  // Calls and what they end in
  ...(["AbortSignalLike", "CallError", "ClientError", "MetadataBearer", "NetworkPhase"] as const),
  ...(["RawHttpResponse", "RequestOptions", "ResponseMetadata", "SafeResult"] as const),
  ...(["ServiceExceptionOptions", "TimeoutPhase"] as const),
  ...(["ValidationConstraint", "ValidationIssue", "ValidationIssueCode"] as const),
  ...(["ItemPaginator", "PaginationConfiguration", "Paginator"] as const),
  ...(["WaiterConfiguration", "WaiterRequestOptions", "WaiterResult", "WaiterState"] as const),
  // Events
  ...(["AttemptDiagnostics", "CallDiagnostics", "ErrorHookEvent", "HookRequest", "Hooks"] as const),
  ...(["RequestHookEvent", "ResponseHookEvent", "RetryHookEvent"] as const),
];

const value = (symbol: CodeSymbol): Reexport => ({ symbol, typeOnly: false });
const type = (symbol: CodeSymbol): Reexport => ({ symbol, typeOnly: true });

/**
 * Lists what an entry passes on. The entry without validation declares the commands itself, and leaves out
 * what is built on validated ones.
 */
export function publicExports(plan: PackagePlan, entry: "main" | "unvalidated"): readonly Reexport[] {
  const { root } = plan;
  const operations = [...plan.operations.values()];
  const aggregates = [...plan.aggregates]
    .filter(([id]) => isDeclared(plan, id))
    .map(([, symbols]) => symbols);
  return [
    ...RUNTIME_VALUES.map((name) => value(runtime(name))),
    ...[...RUNTIME_TYPES, ...memberTypes(plan)].map((name) => type(runtime(name))),
    value(root.client),
    ...[root.clientConfig, root.clientConfigType, root.resolvedConfig, root.resolvedConfigType].map(type),
    ...[root.inputTypes, root.outputTypes].map(type),
    ...(entry === "main" ? operations.flatMap(validatedExports) : []),
    ...(entry === "main" ? jobExports(plan) : []),
    ...(entry === "main" ? [value(root.aggregate), type(root.requestOptions)] : []),
    ...operations.flatMap(({ commandInput, commandOutput, failure }) =>
      [commandInput, commandOutput, failure].map(type),
    ),
    ...aggregates.map((symbols) => type(symbols.type)),
    ...[...plan.enums.values()].map(value),
    value(root.exception),
    ...[...plan.errors.values(), ...plan.commonErrors].map((symbols) => value(symbols.type)),
    value(root.unmodeled),
    type(root.commonError),
  ];
}

/** Whether there is a type of what a shape holds: an error that nothing else holds is its class. */
function isDeclared({ service }: PackagePlan, id: ShapeId): boolean {
  const shape = service.shapes.get(id);
  return shape?.kind !== "structure" || shape.home.kind !== "error";
}

/** @returns the runtime's types that members of this service have */
function memberTypes({ service }: PackagePlan): readonly RuntimeName[] {
  const types = simpleTypes(service);
  return [
    ...(types.some(({ type: name }) => name === "document") ? (["DocumentType"] as const) : []),
    ...(types.some(({ streaming }) => streaming)
      ? (["StreamingBlobInput", "StreamingBlobOutput"] as const)
      : []),
  ];
}

const JOB_ERRORS: readonly RuntimeName[] = ["JobConflictError", "JobFailedError", "JobStartError"];
const JOB_TYPES: readonly RuntimeName[] = [
  ...(["JobIdentifiers", "JobOptions", "JobPhase", "JobStartOptions", "JobState"] as const),
];

/** What follows jobs, where there are any. */
function jobExports({ service, operations }: PackagePlan): readonly Reexport[] {
  const own = service.operations.flatMap(({ id, job }): readonly Reexport[] => {
    const symbols = operations.get(id)?.job;
    if (job === undefined || symbols === undefined) return [];
    const { poller, starter, failure, isConflict } = symbols;
    return [
      value(poller),
      type(starter),
      type(failure),
      ...(job.conflict === undefined ? [] : [value(isConflict)]),
    ];
  });
  if (own.length === 0) return [];
  const errors = JOB_ERRORS.map((name) => value(runtime(name)));
  return [...errors, ...JOB_TYPES.map((name) => type(runtime(name))), ...own];
}

const validatedExports = ({ command, paginator, waiters }: OperationSymbols): readonly Reexport[] => [
  value(command),
  ...(paginator === undefined ? [] : [value(paginator.paginate), type(paginator.configuration)]),
  ...waiters.flatMap(({ waitUntil, waitFor }) => [value(waitUntil), value(waitFor)]),
];
