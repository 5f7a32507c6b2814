import { CONNECTION_TIMEOUTS } from "../config/defaults-mode.js";
import { openSurroundings } from "../config/open-surroundings.js";
import { traceAttempt, traceCall } from "../diagnostics/channels.js";
import { decodeBody } from "../protocol/decode-body.js";
import { neverArrived } from "../retry/never-arrived.js";
import { NodeHandler } from "../transport/node-handler.js";
import { readMessage } from "../transport/read-message.js";
import { systemFailure } from "../transport/system-failure.js";
import { NodeSha256 } from "./node-sha256.js";
import { ifAllowed } from "./permissions.js";
import type { Platform } from "./platform.js";
import { processVariables } from "./process-variables.js";
import { traceHeaders } from "./trace-headers.js";

function runtimeName(): readonly [name: string, version: string] {
  const { bun, deno, node } = process.versions as Record<string, string | undefined>;
  if (bun !== undefined) return ["md/bun", bun];
  return deno === undefined ? ["md/nodejs", node ?? "unknown"] : ["md/deno", deno];
}

function osRelease(): string {
  return process.getBuiltinModule("node:os").release();
}

/** Node, Bun and Deno. */
export const platform: Platform = {
  runtime: "node",
  variables: processVariables,
  setsUserAgent: true,
  readMessage,
  Sha256: NodeSha256,
  // The global `crypto` is WebCrypto, which nothing else here needs.
  uuid: () => process.getBuiltinModule("node:crypto").randomUUID(),
  decodeBody,
  neverArrived,
  createHttpHandler: (settings, { variables, defaultsMode }) =>
    new NodeHandler(settings, {
      variables,
      connectionTimeout: async () => CONNECTION_TIMEOUTS[await defaultsMode()],
    }),
  openSurroundings,
  systemFailure,
  traceHeaders,
  traceCall,
  traceAttempt,
  userAgent: () => [[`os/${process.platform}`, ifAllowed(osRelease)], ["lang/js"], runtimeName()],
};
