import { setsUserAgent } from "#platform";
import { check } from "../common/check.js";
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
): Steps<Record<string, string>> {
  const base = yield* ask(config.defaultUserAgentProvider);
  const appId = yield* ask(config.userAgentAppId);
  const custom = config.customUserAgent ?? [];
  const full = write([...base, ...(appId ? [["app", appId] as const] : []), ...custom]);
  if (!setsUserAgent) return { "x-amz-user-agent": full };
  const [clientName] = clientPair(service);
  const clients = base.filter(([name]) => name === clientName || name.startsWith("aws-sdk-"));
  return { "user-agent": full, "x-amz-user-agent": write([...clients, ...custom]) };
}

function write(pairs: readonly UserAgentPair[]): string {
  return pairs.map(writePair).join(" ");
}

/** How a client calls itself. */
export function clientPair({ package: { name, version } }: ServiceDescriptor): UserAgentPair {
  return [name.replace("@", "").replace("/", "-"), version];
}

/** What pairs are written as: most are the same in every call. */
const written = new WeakMap<UserAgentPair, string>();

function writePair(pair: UserAgentPair): string {
  const known = written.get(pair);
  if (known !== undefined) return known;
  const text = cleanPair(pair);
  written.set(pair, text);
  return text;
}

function cleanPair([name, version]: UserAgentPair): string {
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
