import { guardLogger, type Logger } from "../common/logger.js";
import type { CallerClientConfig, CredentialDefaultProviderInit } from "./identity.js";

/** What a source of credentials starts with: what the official client gives to it. */
export function chainInit(
  logger: Logger,
  caller: CallerClientConfig | undefined,
): CredentialDefaultProviderInit {
  return {
    ...(caller?.profile === undefined ? {} : { profile: caller.profile }),
    ...(caller === undefined ? {} : { parentClientConfig: caller }),
    logger: guardLogger(logger),
  };
}
