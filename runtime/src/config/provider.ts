import { type Answer, type Provider, withAnswer } from "../common/provider.js";
import { AbortError } from "../errors/abort-error.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import { isMadeBy } from "../errors/instance-of.js";

/** Errors that are passed on as they are: they mean the same here as where they come from. */
const PASSED_ON = [AbortError, ConfigurationError, CredentialsProviderError];

/**
 * Turns a value, or a function for it, into a function for it. The value is read once; the function of the user is called
 * whenever it is needed, because it may answer differently the next time.
 *
 * @param key - the configuration's key, for the {@link ConfigurationError} where the function fails
 * @param read - checks the value, and turns it into what the client works with
 */
export function toProvider<Value, Result>(
  key: string,
  value: Value | Provider<Value>,
  read: (value: Value) => Result | Promise<Result>,
): Provider<Result> {
  if (typeof value !== "function") return memoize(async () => read(value));
  const provider = value as Provider<Value>;
  return async () => {
    try {
      return await read(await provider());
    } catch (cause) {
      if (PASSED_ON.some((type) => isMadeBy<Error>(type, cause))) throw cause;
      throw new ConfigurationError(`The function that \`${key}\` is set to has failed.`, { cause });
    }
  };
}

/** Calls a provider once; whoever asks while it runs shares its answer, and a failure is forgotten. */
export function memoize<Value>(provider: Provider<Value>): Provider<Value> {
  let pending: Promise<Value> | undefined;
  let answer: Answer<Value> | undefined;
  const keep = async (): Promise<Value> => {
    try {
      answer = { value: await provider() };
      return answer.value;
    } catch (error) {
      pending = undefined;
      throw error;
    }
  };
  const ask = (): Promise<Value> => {
    pending ??= Promise.resolve().then(keep);
    return pending;
  };
  return withAnswer(ask, () => answer);
}
