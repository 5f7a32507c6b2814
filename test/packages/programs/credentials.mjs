import { writeFileSync } from "node:fs";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";

// Credentials that only AWS's chain of providers can fetch, where it is installed.
const keys = { Version: 1, AccessKeyId: "AKPROCESS", SecretAccessKey: "fake-secret" };
writeFileSync("aws-config", `[default]\ncredential_process = echo '${JSON.stringify(keys)}'\n`);
Object.assign(process.env, { AWS_CONFIG_FILE: "aws-config", AWS_SHARED_CREDENTIALS_FILE: "does-not-exist" });

const client = new AmplifyBackendClient({ region: "eu-central-1" });
const found = await client.config.credentials().then(
  ({ accessKeyId }) => accessKeyId,
  ({ name, message }) => `${name} ${message.includes("npm install @aws-sdk/credential-provider-node")}`,
);
console.log(found);
