import * as sdk from "@tinsmith/amplifybackend";
import { AmplifyBackendService } from "@tinsmith/amplifybackend/service";
import type { OperationDescriptor } from "@tinsmith/runtime";

type ErrorClass = abstract new (...parameters: never[]) => Error;

const CLIENT_ERRORS = {
  AbortError: sdk.AbortError,
  ConfigurationError: sdk.ConfigurationError,
  CredentialsProviderError: sdk.CredentialsProviderError,
  InputValidationError: sdk.InputValidationError,
  NetworkError: sdk.NetworkError,
  OutputValidationError: sdk.OutputValidationError,
  ResponseParseError: sdk.ResponseParseError,
  TimeoutError: sdk.TimeoutError,
  UnmodeledServiceException: sdk.UnmodeledServiceException,
} as const;

/** The classes of an operation's union, by the names that callers narrow by. */
export const unionClasses = (operation: OperationDescriptor): ReadonlyMap<string, ErrorClass> =>
  new Map<string, ErrorClass>([
    ...Object.entries(CLIENT_ERRORS),
    ...[...operation.errors, ...AmplifyBackendService.commonErrors].map(
      (type) => [type.descriptor.name, type as ErrorClass] as const,
    ),
  ]);
