import { setsUserAgent } from "#platform";
import { check } from "../common/check.js";
import { knownAnswer } from "../common/provider.js";
import { ask, type Steps } from "../common/steps.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import type { ResolvedUserAgentConfig } from "./user-agent-config.js";
import type { UserAgentPair } from "./user-agent-pair.js";

const NOT_IN_NAME = /[^!$%&'*+\-.^_`|~\w/]/g;
const NOT_IN_VERSION = /[^!$%&'*+\-.^_`|~\w#]/g;

/**
 * The headers that describe client, platform, application and user. Where requests may not name their own `user-agent`,
 * everything is in the other header; else that has what the client and the user call themselves.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5
 */
export function* userAgentHeaders(
  service: ServiceDescriptor,
  config: ResolvedUserAgentConfig,
): Steps<Readonly<Record<string, string>>> {
  const base = yield* ask(config.defaultUserAgentProvider);
  const appId = yield* ask(config.userAgentAppId);
  const { customUserAgent: custom = [] } = config;
  // What is the user's own may change from call to call.
  const isConstant = custom.length === 0 && knownAnswer(config.defaultUserAgentProvider) !== undefined;
  const last = isConstant ? written.get(base) : undefined;
  if (last !== undefined && last.appId === appId) return last.headers;
  const headers = write(service, base, appId, custom);
  if (isConstant) written.set(base, { appId, headers });
  return headers;
}

/** What was written last. */
const written = new WeakMap<
  readonly UserAgentPair[],
  { readonly appId: string | undefined; readonly headers: Readonly<Record<string, string>> }
>();

function write(
  service: ServiceDescriptor,
  base: readonly UserAgentPair[],
  appId: string | undefined,
  custom: readonly UserAgentPair[],
): Readonly<Record<string, string>> {
  const full = writePairs([...base, ...(appId ? [["app", appId] as const] : []), ...custom]);
  if (!setsUserAgent) return { "x-amz-user-agent": full };
  const [clientName] = clientPair(service);
  const clients = base.filter(([name]) => name === clientName || name.startsWith("aws-sdk-"));
  return { "user-agent": full, "x-amz-user-agent": writePairs([...clients, ...custom]) };
}

function writePairs(pairs: readonly UserAgentPair[]): string {
  return pairs.map(writePair).join(" ");
}

/** How a client calls itself. */
export function clientPair({ package: { name, version } }: ServiceDescriptor): UserAgentPair {
  return [name.replace("@", "").replace("/", "-"), version];
}

function writePair([name, version]: UserAgentPair): string {
  const cleanName = name.replace(NOT_IN_NAME, "-");
  if (!version) return cleanName;
  // A name that is a path already takes its version after a `#`.
  return `${cleanName}${name.includes("/") ? "#" : "/"}${version.replace(NOT_IN_VERSION, "-")}`;
}

/** Reads what a user wants added. @throws {@link ConfigurationError} where it is neither text nor pairs of text */
export function readCustomUserAgent(
  value: string | readonly UserAgentPair[] | undefined,
): [name: string, version?: string][] | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string") return [[value]];
  check(isPairs(value), "customUserAgent", "text, or a list of pairs of name and version");
  return value.map(([name, version]) => (version === undefined ? [name] : [name, version]));
}

/** Whether a value is a list of pairs of name and version. */
export function isPairs(value: unknown): value is readonly UserAgentPair[] {
  return Array.isArray(value) && value.every(isPair);
}

function isPair(value: unknown): value is UserAgentPair {
  if (!Array.isArray(value)) return false;
  const [name, version] = value as unknown[];
  return typeof name === "string" && (version === undefined || typeof version === "string");
}
