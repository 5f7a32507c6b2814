import type { Platform } from "./platform.js";
import { bun } from "./runners/bun.js";
import { chromium } from "./runners/chromium.js";
import { confinedDeno, deno } from "./runners/deno.js";
import { lambdaCommonJs, lambdaModule } from "./runners/lambda.js";
import { commonJs, newestNode, node } from "./runners/node.js";
import { typescripts } from "./runners/typescript.js";
import { workerd } from "./runners/workerd.js";

/** Everywhere where the client has to work. */
export const PLATFORMS: readonly Platform[] = [
  node,
  commonJs,
  newestNode,
  bun,
  deno,
  confinedDeno,
  workerd,
  chromium,
  lambdaCommonJs,
  lambdaModule,
  ...typescripts,
];
