/**
 * Makes a process, and those that it starts, forget how this machine is set up for AWS: a profile, a number of attempts
 * or a FIPS switch of its owner must not change what the demo and the tests see.
 */
import { devNull } from "node:os";

for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
process.env["AWS_EC2_METADATA_DISABLED"] = "true";
process.env["AWS_CONFIG_FILE"] = devNull;
process.env["AWS_SHARED_CREDENTIALS_FILE"] = devNull;
// The official client, which is compared with, would warn of Node 20 in every process.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
