import type { SettingsSource } from "../config/settings-source.js";
import { describeProfile } from "./describe-profile.js";

/** Variables that only AWS's chain of providers reads. */
const OF_CHAIN = [
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_EC2_METADATA_SERVICE_ENDPOINT",
];

/** Says where credentials were looked for and what was found there: names of variables, profiles and files, no values. */
export async function describeSearch(source: SettingsSource): Promise<string> {
  const profilePart = await describeProfile(source);
  const parts = [variablesPart(source), profilePart, chainPart(source)];
  return `Looked for: ${parts.filter((part) => part !== "").join("; ")}.`;
}

function variablesPart({ variables, profileIsExplicit }: SettingsSource): string {
  const names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
  const missing = names.filter((name) => !variables[name]);
  const what = `environment variables ${names.join(" and ")}`;
  if (profileIsExplicit) return `${what} (passed over, because a profile was asked for)`;
  return missing.length === 1 ? `${what} (${missing.join()} is missing)` : what;
}

function chainPart({ variables }: SettingsSource): string {
  const set = OF_CHAIN.filter((name) => variables[name]);
  return set.length === 0 ? "" : `also set: ${set.join(", ")}`;
}
