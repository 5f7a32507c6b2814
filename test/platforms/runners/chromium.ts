import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { requireHere } from "../packages.js";
import type { Platform } from "../platform.js";
import { bundleProgram } from "../programs.js";
import { type Check, Checks } from "../story/checks.js";
import { type Site, startSite } from "./site.js";

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
}

/** Chromium, on pages whose content security policy forbids whatever the client does not need. */
export const chromium: Platform = {
  name: "Chromium",
  // A request on a used connection that drops before a byte of the answer goes out again, whatever its method is.
  facts: { flavour: "web", resends: true, hasOrigins: true, hasVariables: false },
  isCheap: true,

  find() {
    const set = process.env["CHROMIUM"];
    const folders = (process.env["PATH"] ?? "").split(delimiter);
    const found =
      set ?? NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
    return found === undefined
      ? { missing: `no ${NAMES.join(", ")} on the PATH; or set CHROMIUM` }
      : { path: found };
  },

  async run(executablePath, { world, project }) {
    const { chromium: driver } = requireHere("playwright-core") as Playwright;
    // Chromium refuses to be sandboxed for root, as whom CI often runs.
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await driver.launch({ executablePath, args });
    try {
      const visit = async (program: string): Promise<Visit> => {
        const script = await bundleProgram(project, program, { platform: "browser", format: "esm" });
        await using site = await startSite(script, world);
        return await visitSite(await browser.newPage(), site);
      };
      return { version: browser.version(), checks: await visitAll(visit) };
    } finally {
      await browser.close();
    }
  },
};

/** What came of a visit. */
interface Visit {
  readonly checks: readonly Check[];
  /** What the policy forbade, as the page knows it, and as the browser reported it to the site. */
  readonly violations: readonly string[];
  readonly reports: readonly string[];
}

const visitSite = async (page: Page, { url, told, reports }: Site): Promise<Visit> => {
  await page.goto(url);
  return { ...(await told), reports };
};

const visitAll = async (visit: (program: string) => Promise<Visit>): Promise<readonly Check[]> => {
  const checks = new Checks();
  const page = await visit("page.mjs");
  await checks.run("nothing is done that a strict content security policy forbids", async () => {
    const forbidden = [...page.violations, ...page.reports];
    if (forbidden.length > 0) throw new Error(forbidden.join("; "));
  });
  await checks.run("what the policy forbids would have been seen", async () => {
    const { violations, reports } = await visit("forbidden.mjs");
    for (const what of ["Function|", "Element innerHTML|"]) {
      for (const seen of [violations, reports]) {
        if (!seen.some((violation) => violation.includes(what))) throw new Error(`no ${what}: ${seen}`);
      }
    }
  });
  return [...page.checks, ...checks.all];
};
