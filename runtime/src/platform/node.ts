import { randomUUID } from "node:crypto";
import { release } from "node:os";
import { Sha256 } from "@smithy/core/checksum";
import { loadCredentialChain } from "../credentials/load-credential-chain.js";
import { traceAttempt, traceCall } from "../diagnostics/channels.js";
import { NodeHandler } from "../transport/node-handler.js";
import { instanceRegion } from "./instance-region.js";
import { ifAllowed } from "./permissions.js";
import type { Platform } from "./platform.js";
import { profiles } from "./profiles.js";
import { traceHeaders } from "./trace-headers.js";

function runtimeName(): readonly [name: string, version: string] {
  const { bun, deno, node } = process.versions as Record<string, string | undefined>;
  if (bun !== undefined) return ["md/bun", bun];
  return deno === undefined ? ["md/nodejs", node ?? "unknown"] : ["md/deno", deno];
}

/**
 * What is set at the moment: tests replace `process.env` as a whole. Only to be asked, not listed, so that whoever prints
 * a client does not print all secrets around it.
 */
const variables: Platform["variables"] = new Proxy(
  {},
  { get: (_target, name) => ifAllowed(() => Reflect.get(process.env, name)) },
);

/** Node, Bun and Deno. */
export const platform: Platform = {
  runtime: "node",
  variables,
  setsUserAgent: true,
  Sha256,
  uuid: randomUUID,
  createHttpHandler: (settings, defaults) => new NodeHandler(settings, defaults),
  profiles,
  loadCredentialChain,
  findRegion: instanceRegion,
  traceHeaders,
  traceCall,
  traceAttempt,
  userAgent: () => [[`os/${process.platform}`, ifAllowed(release)], ["lang/js"], runtimeName()],
};
