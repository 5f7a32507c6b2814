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

// What only Node has. As functions that do nothing: bundlers leave out their calls.
export function readMessage(): undefined {}
export function decodeBody(): undefined {}
export function neverArrived(): undefined {}
export function openSurroundings(): undefined {}
export function systemFailure(): undefined {}
export function traceHeaders(): undefined {}
export function traceCall(): undefined {}
export function traceAttempt(): undefined {}
