import { randomUuid } from "../common/uuid.js";
import { WebSha256 } from "../signing/web-sha256.js";
import { FetchHandler } from "../transport/fetch-handler.js";
import type { Platform } from "./platform.js";

/** Browsers and workers. */
export const platform: Platform = {
  runtime: "browser",
  variables: {},
  setsUserAgent: false,
  Sha256: WebSha256,
  uuid: randomUuid,
  createHttpHandler: (settings) => new FetchHandler(settings),
  userAgent: () => [["os/other"], ["lang/js"], ["md/browser"]],
};
