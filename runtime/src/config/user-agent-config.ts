import type { Provider } from "../common/provider.js";
import type { UserAgentPair } from "./user-agent-pair.js";

/** What requests say about who sends them. */
export interface UserAgentConfig {
  /** Added to the user agent, as text or as pairs of name and version. */
  customUserAgent?: string | readonly UserAgentPair[] | undefined;
  /**
   * Name of the application, up to 50 characters, shown in the user agent as `app/…`; else `AWS_SDK_UA_APP_ID`, else
   * `sdk_ua_app_id` in the profile.
   */
  userAgentAppId?: string | Provider<string | undefined> | undefined;
  /** Replaces what describes client and platform. */
  defaultUserAgentProvider?: Provider<readonly UserAgentPair[]> | undefined;
}

/** The same with everything filled in. */
export interface ResolvedUserAgentConfig {
  /** Pairs of name and version, if there are any. */
  readonly customUserAgent: [name: string, version?: string][] | undefined;
  readonly userAgentAppId: Provider<string | undefined>;
  readonly defaultUserAgentProvider: Provider<readonly UserAgentPair[]>;
}
