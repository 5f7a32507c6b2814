import { platform } from "#platform";
import { readProfile, type SettingsSource } from "../config/settings-source.js";
import type { ProfileSection } from "../config/shared-files.js";
import { fetchedKind } from "./profile-identity.js";

/** Variables that only AWS's chain of providers reads. */
const OF_CHAIN = [
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_EC2_METADATA_SERVICE_ENDPOINT",
];

/** Says where credentials were looked for and what was found there: names of variables, profiles and files, no values. */
export async function describeSearch(source: SettingsSource): Promise<string> {
  const profile = await readProfile(source);
  const parts = [variablesPart(source), profilePart(source, profile), chainPart(source)];
  return `Looked for: ${parts.filter((part) => part !== "").join("; ")}.`;
}

function variablesPart({ variables, profileIsExplicit }: SettingsSource): string {
  const names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
  const missing = names.filter((name) => !variables[name]);
  const what = `environment variables ${names.join(" and ")}`;
  if (profileIsExplicit) return `${what} (passed over, because a profile was asked for)`;
  return missing.length === 1 ? `${what} (${missing.join()} is missing)` : what;
}

function profilePart({ variables, profileName }: SettingsSource, profile: ProfileSection): string {
  if (platform.readSharedFiles === undefined) return "";
  const files = [
    variables["AWS_SHARED_CREDENTIALS_FILE"] || "~/.aws/credentials",
    variables["AWS_CONFIG_FILE"] || "~/.aws/config",
  ];
  const what = `static keys in profile ${JSON.stringify(profileName)} of ${files.join(" and ")}`;
  const kind = fetchedKind(profile);
  if (kind !== undefined) return `${what} (the profile asks for ${kind})`;
  return Object.keys(profile).length === 0 ? `${what} (there is no such profile)` : what;
}

function chainPart({ variables }: SettingsSource): string {
  const set = OF_CHAIN.filter((name) => variables[name]);
  return set.length === 0 ? "" : `also set: ${set.join(", ")}`;
}
