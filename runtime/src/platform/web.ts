import { randomUuid } from "../common/uuid.js";
import { WebSha256 } from "../signing/web-sha256.js";
import { FetchHandler } from "../transport/fetch-handler.js";
import type { Platform } from "./platform.js";

// Browsers and workers.
export const runtime: Platform["runtime"] = "browser";
export const variables: Platform["variables"] = {};
export const setsUserAgent = false;
export const Sha256: Platform["Sha256"] = WebSha256;
export const uuid: Platform["uuid"] = randomUuid;
export const createHttpHandler: Platform["createHttpHandler"] = (settings) => new FetchHandler(settings);
export const userAgent: Platform["userAgent"] = () => [["os/other"], ["lang/js"], ["md/browser"]];

// What only Node has. As constants, so that bundlers which follow those drop the code that asks for it.
export const readMessage = undefined;
export const decodeBody = undefined;
export const neverArrived = undefined;
export const openSurroundings = undefined;
export const systemFailure = undefined;
export const traceHeaders = undefined;
export const traceCall = undefined;
export const traceAttempt = undefined;
