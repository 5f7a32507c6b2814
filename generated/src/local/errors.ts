// Copied by tinsmith from model/extensions/local/errors.ts. Do not edit: change that file and run `npm run generate`.
import { HostError } from "@tinsmith/runtime/host";

/** Kinds of things that can be missing, as NotFoundException names them in `ResourceType`. */
export type ResourceType =
  | "API"
  | "App"
  | "Auth"
  | "BackendEnvironment"
  | "Config"
  | "Job"
  | "Storage"
  | "Token";

/** Something that the request names does not exist. */
export const notFound = (resourceType: ResourceType, message: string): HostError =>
  new HostError({ name: "NotFoundException", message, members: { ResourceType: resourceType } });

/**
 * An environment is there in name alone. The service was seen to answer so where an environment's meta file was
 * missing, and the sentence has its prefix.
 *
 * @see https://github.com/aws-amplify/amplify-studio/issues/357
 */
export const metaFileNotFound = (environment: string): HostError =>
  new HostError({
    name: "ResourceNotFoundException",
    message: `An error occurred while processing your request: Amplify meta file not found for ${environment}`,
  });

/** The request makes no sense for things as they are. */
export const badRequest = (message: string): HostError =>
  new HostError({ name: "BadRequestException", message });

/**
 * Another job has the environment: not the input is wrong, but the moment. The sentence is the service's own, by
 * which callers tell the two apart.
 *
 * @see https://github.com/aws-amplify/amplify-cli/issues/9295
 */
export const pendingJob = (appId: string, environment: string): HostError =>
  new HostError({
    name: "ValidationException",
    message:
      "An error occurred while processing your request: There is already a pending job for the requested " +
      `appId: ${appId} and backendEnvironmentName: ${environment}, wait for it to complete before creating a new job.`,
  });
