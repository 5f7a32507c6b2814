import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import type { Check } from "./checks.js";
import type { Platform } from "./platform.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The little of `playwright-core` that is used. It is not installed where the root is. */
interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}
interface Browser {
  version(): string;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Page {
  goto(url: string): Promise<unknown>;
  addScriptTag(script: { content: string }): Promise<unknown>;
  evaluate<Result>(expression: string): Promise<Result>;
}

/** Chromium, driven over its debugging protocol. */
export const chromium: Platform = {
  name: "Chromium",
  // A request on a used connection that drops before a byte of the answer goes out again, whatever its method is.
  facts: { resends: true },

  find() {
    const set = process.env["CHROMIUM"];
    const folders = (process.env["PATH"] ?? "").split(delimiter);
    const found =
      set ?? NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
    return found === undefined
      ? { missing: `no ${NAMES.join(", ")} on the PATH; or set CHROMIUM` }
      : { path: found };
  },

  async run(executablePath, world) {
    const require = createRequire(join(process.cwd(), "test/platforms/package.json"));
    const playwright = require("playwright-core") as Playwright;
    // Chromium refuses to be sandboxed for root, as whom CI often runs.
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await playwright.chromium.launch({ executablePath, args });
    try {
      await using site = await startSite();
      const page = await browser.newPage();
      await page.goto(site.url);
      await page.addScriptTag({ content: await bundleStory() });
      const checks = await page.evaluate<Check[]>(`new platform.Story(${JSON.stringify(world)}).tell()`);
      return { version: browser.version(), checks };
    } finally {
      await browser.close();
    }
  },
};

/** The story and the packages as a bundler takes them for browsers. */
const bundleStory = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: ["test/platforms/story.ts"],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "platform",
    // Descriptors for the story's own use; the client is the built package.
    alias: { "@tinsmith/amplifybackend/operations": "./generated/src/operations.ts" },
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
};

/** An empty page, of another origin than the service. */
const startSite = async (): Promise<AsyncDisposable & { readonly url: string }> => {
  const server = createServer((_request, reply) => {
    reply.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Tinsmith</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
