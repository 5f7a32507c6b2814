import { ConfigurationError } from "../errors/configuration-error.js";

/** Says what is wrong with an endpoint, and repeats nothing of it: it may hold a password. */
export function unfitEndpoint(problem: string): ConfigurationError {
  return new ConfigurationError(`The endpoint ${problem}.`);
}
