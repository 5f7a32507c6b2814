import { requireHere } from "../packages.js";
import type { Platform } from "../platform.js";
import { bundleProgram } from "../programs.js";
import type { Check } from "../story/checks.js";

/** The little of `miniflare` that is used. It is not installed where the root is. */
interface Library {
  readonly Miniflare: new (options: object) => Miniflare;
}
interface Miniflare {
  dispatchFetch(url: string, init: object): Promise<{ text(): Promise<string> }>;
  dispose(): Promise<void>;
}

/** What the worker expects of `workerd`: nothing of Node's, which has to be asked for. */
const COMPATIBILITY_DATE = "2026-04-01";

/** The conditions of Cloudflare's own bundler. @see https://developers.cloudflare.com/workers/wrangler/bundling/ */
const CONDITIONS = ["workerd", "worker", "browser"];

/** What Cloudflare's Workers run on. */
export const workerd: Platform = {
  name: "workerd",
  facts: { flavour: "web", resends: false, hasOrigins: false, hasVariables: false },
  isCheap: false,

  find() {
    try {
      return { path: requireHere.resolve("miniflare") };
    } catch {
      return { missing: "npm has not installed miniflare" };
    }
  },

  async run(path, { world, project }) {
    const { Miniflare } = requireHere(path) as Library;
    const { version } = requireHere("workerd/package.json") as { version: string };
    const script = await bundleProgram(project, "worker.mjs", {
      platform: "browser",
      format: "esm",
      conditions: CONDITIONS,
    });
    const worker = new Miniflare({ modules: true, script, compatibilityDate: COMPATIBILITY_DATE });
    try {
      const init = { method: "POST", body: JSON.stringify(world) };
      const answer = await worker.dispatchFetch("http://worker.test/", init);
      return { version, checks: readChecks(await answer.text()) };
    } finally {
      await worker.dispose();
    }
  },
};

const readChecks = (text: string): readonly Check[] => {
  try {
    return JSON.parse(text) as Check[];
  } catch {
    throw new Error(`The worker failed: ${text}`);
  }
};
