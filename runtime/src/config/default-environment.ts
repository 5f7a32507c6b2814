import { uuid, variables } from "#platform";
import { sleep } from "../common/abortable.js";
import type { Environment } from "./environment.js";

/** The platform's own clock, randomness and variables. */
export const defaultEnvironment: Environment = {
  now: () => Date.now(),
  random: () => Math.random(),
  uuid: uuid,
  sleep,
  variables: variables,
};
