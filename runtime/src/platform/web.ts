import { Sha256 } from "@smithy/core/checksum";
import { KyHttpHandler } from "../transport/ky-http-handler.js";
import type { Platform } from "./platform.js";

/** Browsers and workers. */
export const platform: Platform = {
  runtime: "browser",
  variables: {},
  setsUserAgent: false,
  Sha256,
  createHttpHandler: (settings) => new KyHttpHandler(settings),
  userAgent: () => [["os/other"], ["lang/js"], ["md/browser"]],
};
