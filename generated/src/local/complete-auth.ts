// Copied by tinsmith from model/extensions/local/complete-auth.ts. Do not edit: change that file and run `npm run generate`.
import { findIssues } from "@tinsmith/runtime/host";
import { CreateBackendAuthOperation } from "../commands/CreateBackendAuthCommand.js";
import type { CreateBackendAuthResourceConfig } from "../structures.js";
import { badRequest } from "./errors.js";

/**
 * A change may leave out what is there already, but not what a new part, such as the first OAuth setup, needs:
 * the outcome has to be what CreateBackendAuth would have taken.
 *
 * @throws HostError BadRequestException that names what is missing
 */
export const requireCompleteAuth = (config: CreateBackendAuthResourceConfig): void => {
  const input = {
    AppId: "app",
    BackendEnvironmentName: "environment",
    ResourceName: "auth",
    ResourceConfig: config,
  };
  const paths = findIssues(CreateBackendAuthOperation().input, input).map(({ path }) => path);
  if (paths.length === 0) return;
  throw badRequest(`The change leaves authentication incomplete: ${paths.join(", ")}`);
};
