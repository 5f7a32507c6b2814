import { userAgent } from "#platform";
import { check } from "../common/check.js";
import { type Logger, writeLog } from "../common/logger.js";
import { once } from "../common/once.js";
import { type Provider, withAnswer } from "../common/provider.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import { provide } from "./provide.js";
import { toProvider } from "./provider.js";
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
      ? toProvider("defaultUserAgentProvider", defaultUserAgentProvider, readPairs)
      : withAnswer(
          async (): Promise<readonly UserAgentPair[]> => [...pairs()],
          () => ({ value: pairs() }),
        ),
  };
}

function readPairs(value: readonly UserAgentPair[]): readonly UserAgentPair[] {
  check(isPairs(value), "The answer of defaultUserAgentProvider", "pairs of name and version");
  return value;
}

/** Client, platform, API, and the name of the environment if AWS runs it. */
function describeClient(
  service: ServiceDescriptor,
  serviceId: string,
  place: string | undefined,
): readonly UserAgentPair[] {
  const client = clientPair(service);
  return [
    client,
    ["ua", "2.1"],
    ...userAgent(),
    [`api/${serviceId.toLowerCase()}`, client[1]],
    ...(place ? [[`exec-env/${place}`] as const] : []),
  ];
}

function appIdProvider(
  { userAgentAppId }: UserAgentConfig,
  surroundings: Surroundings | undefined,
  logger: Logger,
): Provider<string | undefined> {
  let warned = false;
  const read = (appId: unknown): string | undefined => {
    if (appId === undefined) return undefined;
    check(typeof appId === "string", "userAgentAppId", "text");
    if (!warned && appId.length > LONGEST_APP_ID) {
      warned = true;
      writeLog(logger, "warn", () => `userAgentAppId is longer than ${LONGEST_APP_ID} characters.`);
    }
    return appId;
  };
  return provide("userAgentAppId", userAgentAppId, async () => surroundings?.lookUp("userAgentAppId"), read);
}
