// Copied by tinsmith from model/extensions/local/complete-auth.ts. Do not edit: change that file and run `npm run generate`.
import { AmplifyBackendValidators } from "../operations.js";
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
  const result = AmplifyBackendValidators["CreateBackendAuth"]?.input().safeParse(input);
  if (result === undefined || result.success) return;
  const paths = result.error.issues.map(({ path }) => path.join("."));
  throw badRequest(`The change leaves authentication incomplete: ${paths.join(", ")}`);
};
