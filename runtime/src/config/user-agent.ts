import { platform } from "#platform";
import type { ServiceDescriptor } from "../descriptors/service.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { UserAgentPair } from "./user-agent-pair.js";

/** The two forms in which a request says who sends it. */
export interface UserAgent {
  /** Everything. */
  readonly full: string;
  /** What the client and the user call themselves. */
  readonly short: string;
}

const NOT_IN_NAME = /[^!$%&'*+\-.^_`|~\w]/g;
const NOT_IN_VERSION = /[^!$%&'*+\-.^_`|~\w#]/g;

/** Describes client, platform and user. @see https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5 */
export function userAgentOf(service: ServiceDescriptor, custom: readonly UserAgentPair[]): UserAgent {
  const { name, version } = service.package;
  const client: UserAgentPair = [name.replace("@", "").replace("/", "-"), version];
  const api: UserAgentPair = [`api/${service.sdkId.toLowerCase()}`, version];
  return {
    full: [client, ["ua", "2.1"] as const, ...platform.userAgent(), api, ...custom].map(writePair).join(" "),
    short: [client, ...custom].map(writePair).join(" "),
  };
}

function writePair([name, version]: UserAgentPair): string {
  const cleanName = name
    .split("/")
    .map((part) => part.replace(NOT_IN_NAME, "-"))
    .join("/");
  if (version === undefined) return cleanName;
  // A name that is a path already takes its version after a `#`.
  return `${cleanName}${name.includes("/") ? "#" : "/"}${version.replace(NOT_IN_VERSION, "-")}`;
}

/** Reads what a user wants added. @throws {@link ConfigurationError} where it is neither text nor pairs of text */
export function readCustomUserAgent(
  value: string | readonly UserAgentPair[] | undefined,
): readonly UserAgentPair[] {
  if (value === undefined) return [];
  if (typeof value === "string") return [[value]];
  if (Array.isArray(value) && value.every(isPair)) return value;
  throw new ConfigurationError("customUserAgent must be text, or a list of pairs of name and version.");
}

function isPair(value: unknown): value is UserAgentPair {
  if (!Array.isArray(value)) return false;
  const [name, version] = value as unknown[];
  return typeof name === "string" && (version === undefined || typeof version === "string");
}
