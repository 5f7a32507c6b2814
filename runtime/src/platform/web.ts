import { Sha256 } from "@smithy/core/checksum";
import { FetchHandler } from "../transport/fetch-handler.js";
import type { Platform } from "./platform.js";

/** Browsers and workers. */
export const platform: Platform = {
  runtime: "browser",
  variables: {},
  setsUserAgent: false,
  Sha256,
  createHttpHandler: (settings) => new FetchHandler(settings),
  userAgent: () => [["os/other"], ["lang/js"], ["md/browser"]],
};
