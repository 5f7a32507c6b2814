import { CONNECTION_TIMEOUTS } from "../config/defaults-mode.js";
import * as surroundings from "../config/open-surroundings.js";
import * as channels from "../diagnostics/channels.js";
import * as encodings from "../protocol/decode-body.js";
import * as network from "../retry/never-arrived.js";
import { NodeHandler } from "../transport/node-handler.js";
import * as message from "../transport/read-message.js";
import * as failures from "../transport/system-failure.js";
import { NodeSha256 } from "./node-sha256.js";
import { ifAllowed } from "./permissions.js";
import type { Platform } from "./platform.js";
import { processVariables } from "./process-variables.js";
import * as traces from "./trace-headers.js";

function runtimeName(): readonly [name: string, version: string] {
  const { bun, deno, node } = process.versions as Record<string, string | undefined>;
  if (bun !== undefined) return ["md/bun", bun];
  return deno === undefined ? ["md/nodejs", node ?? "unknown"] : ["md/deno", deno];
}

function osRelease(): string {
  return process.getBuiltinModule("node:os").release();
}

// Node, Bun and Deno.
export const runtime: Platform["runtime"] = "node";
export const variables: Platform["variables"] = processVariables;
export const setsUserAgent: Platform["setsUserAgent"] = true;
export const Sha256: Platform["Sha256"] = NodeSha256;
// The global `crypto` is WebCrypto, which nothing else here needs.
export const uuid: Platform["uuid"] = () => process.getBuiltinModule("node:crypto").randomUUID();
export const createHttpHandler: Platform["createHttpHandler"] = (settings, client) =>
  new NodeHandler(settings, {
    variables: client.variables,
    connectionTimeout: async () => CONNECTION_TIMEOUTS[await client.defaultsMode()],
  });
export const userAgent: Platform["userAgent"] = () => [
  [`os/${process.platform}`, ifAllowed(osRelease)],
  ["lang/js"],
  runtimeName(),
];

// What browsers and workers lack.
export const readMessage: Platform["readMessage"] = message.readMessage;
export const decodeBody: Platform["decodeBody"] = encodings.decodeBody;
export const neverArrived: Platform["neverArrived"] = network.neverArrived;
export const openSurroundings: Platform["openSurroundings"] = surroundings.openSurroundings;
export const systemFailure: Platform["systemFailure"] = failures.systemFailure;
export const traceHeaders: Platform["traceHeaders"] = traces.traceHeaders;
export const traceCall: Platform["traceCall"] = channels.traceCall;
export const traceAttempt: Platform["traceAttempt"] = channels.traceAttempt;
