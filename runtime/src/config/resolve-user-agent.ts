import { platform } from "#platform";
import { type Logger, writeLog } from "../common/logger.js";
import { once } from "../common/once.js";
import type { Provider } from "../common/provider.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { checked } from "./provide.js";
import { memoize, toProvider } from "./provider.js";
import type { Surroundings } from "./surroundings.js";
import { clientPair, isPairs, readCustomUserAgent } from "./user-agent.js";
import type { ResolvedUserAgentConfig, UserAgentConfig } from "./user-agent-config.js";
import type { UserAgentPair } from "./user-agent-pair.js";

/** AWS's advice; what is longer is sent all the same. @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-appid.html */
const LONGEST_APP_ID = 50;

/** Fills in what requests say about who sends them. */
export function resolveUserAgent(
  service: ServiceDescriptor,
  config: UserAgentConfig & { readonly serviceId?: string | undefined },
  surroundings: Surroundings | undefined,
  logger: Logger,
): ResolvedUserAgentConfig {
  const { defaultUserAgentProvider, serviceId = service.sdkId } = config;
  const pairs = once(() => describeClient(service, serviceId, surroundings?.executionEnvironment));
  return {
    customUserAgent: readCustomUserAgent(config.customUserAgent),
    userAgentAppId: appIdProvider(config, surroundings, logger),
    defaultUserAgentProvider: defaultUserAgentProvider
      ? checked(toProvider("defaultUserAgentProvider", defaultUserAgentProvider), checkPairs)
      : async () => [...pairs()],
  };
}

function checkPairs(value: unknown): void {
  if (isPairs(value)) return;
  throw new ConfigurationError("defaultUserAgentProvider must answer with pairs of name and version.");
}

/** Client, platform, API, and where AWS itself runs the code. */
function describeClient(
  service: ServiceDescriptor,
  serviceId: string,
  place: string | undefined,
): readonly UserAgentPair[] {
  const client = clientPair(service);
  return [
    client,
    ["ua", "2.1"],
    ...platform.userAgent(),
    [`api/${serviceId.toLowerCase()}`, client[1]],
    ...(place ? [[`exec-env/${place}`] as const] : []),
  ];
}

function appIdProvider(
  { userAgentAppId }: UserAgentConfig,
  surroundings: Surroundings | undefined,
  logger: Logger,
): Provider<string | undefined> {
  const provider =
    userAgentAppId === undefined
      ? memoize(async () => surroundings?.lookUp("userAgentAppId"))
      : toProvider("userAgentAppId", userAgentAppId);
  let warned = false;
  return async () => {
    const appId: unknown = await provider();
    if (appId !== undefined && typeof appId !== "string")
      throw new ConfigurationError("userAgentAppId must be text.");
    if (!warned && appId !== undefined && appId.length > LONGEST_APP_ID) {
      warned = true;
      writeLog(logger, "warn", () => `userAgentAppId is longer than ${LONGEST_APP_ID} characters.`);
    }
    return appId;
  };
}
