/**
 * The whole job on one machine: regenerates the SDK from the model, builds it, and tells a backend's story on the
 * local service, over HTTP, in all operations. Ends with a table and exit code 0, or loudly.
 */
import { runOrFail } from "./lib/run.js";

const step = async (title: string, work: () => Promise<unknown>): Promise<void> => {
  console.log(`\n▸ ${title}`);
  const start = performance.now();
  await work();
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
};

await step("Regenerate the SDK from model/", () =>
  runOrFail("npx", ["tinsmith", "generate", "--model", "model", "--out", "generated"]),
);
await step("Build the packages", () =>
  runOrFail("npm", ["run", "build", "--silent", "--workspace", "runtime", "--workspace", "generated"]),
);
// Only now: what is imported there has just been built.
const { playStory } = await import("./demo/play-story.js");
await step("Tell the story on the local service", playStory);
