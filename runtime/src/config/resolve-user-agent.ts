import { platform } from "#platform";
import { type Logger, writeLog } from "../common/logger.js";
import type { Provider } from "../common/provider.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { checked, provideOptional } from "./provide.js";
import { toProvider } from "./provider.js";
import { USER_AGENT_APP_ID } from "./settings.js";
import type { SettingsSource } from "./settings-source.js";
import { clientPair, isPairs, readCustomUserAgent } from "./user-agent.js";
import type { ResolvedUserAgentConfig, UserAgentConfig } from "./user-agent-config.js";
import type { UserAgentPair } from "./user-agent-pair.js";

/** AWS's advice; what is longer is sent all the same. @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-appid.html */
const LONGEST_APP_ID = 50;

/** Fills in what requests say about who sends them. */
export function resolveUserAgent(
  service: ServiceDescriptor,
  config: UserAgentConfig & { readonly serviceId?: string | undefined },
  source: SettingsSource,
  logger: Logger,
): ResolvedUserAgentConfig {
  const { defaultUserAgentProvider, serviceId = service.sdkId } = config;
  return {
    customUserAgent: readCustomUserAgent(config.customUserAgent),
    userAgentAppId: appIdProvider(config, source, logger),
    defaultUserAgentProvider: defaultUserAgentProvider
      ? checked(toProvider("defaultUserAgentProvider", defaultUserAgentProvider), checkPairs)
      : async () => describeClient(service, serviceId, source),
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
  { variables }: SettingsSource,
): readonly UserAgentPair[] {
  const client = clientPair(service);
  const place = variables["AWS_EXECUTION_ENV"];
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
  source: SettingsSource,
  logger: Logger,
): Provider<string | undefined> {
  const provider = provideOptional("userAgentAppId", userAgentAppId, source, USER_AGENT_APP_ID);
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
