import type { ServiceException, ServiceExceptionOptions } from "../errors/service-exception.js";
import type { ErrorDescriptor } from "./error.js";

/**
 * Version of the descriptor format that this runtime reads. Generated code carries the version that it
 * was written in; a runtime refuses a newer one by name instead of misreading it.
 */
export const DESCRIPTOR_FORMAT = 1;

/** What all operations of a service have in common. */
export interface ServiceDescriptor {
  /** Descriptor format that this was written in, see {@link DESCRIPTOR_FORMAT}. */
  readonly format: number;
  /** Service name, e.g. `AmplifyBackend`. */
  readonly name: string;
  /** AWS's id of the service, e.g. `AmplifyBackend`: names it in user agents and in configuration. */
  readonly sdkId: string;
  /** API version, e.g. `2020-08-11`. */
  readonly version: string;
  /** Name that requests are signed under. */
  readonly signingName: string;
  /** First label of the service's host names. */
  readonly endpointPrefix: string;
  /** Method and URI pattern of every operation, e.g. `POST /backend/{AppId}/remove`: no path may be mistaken for another's. */
  readonly routes?: readonly string[];
  /** Name and version of the generated package, for the user agent. */
  readonly package: { readonly name: string; readonly version: string };
  /** Errors that any AWS service may answer with, below those that operations list. */
  readonly commonErrors: readonly ModeledExceptionClass[];
  /** What stands for an error that nobody modelled. */
  readonly unmodeledError: ServiceExceptionClass;
}

/** A class of errors over `ServiceException`. */
export type ServiceExceptionClass = new (options: ServiceExceptionOptions) => ServiceException;

/** The class of an error that is in the model. */
export type ModeledExceptionClass = ServiceExceptionClass & { readonly descriptor: ErrorDescriptor };
