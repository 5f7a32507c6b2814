/**
 * The whole job on one machine: regenerates the SDK from the model, builds it, and tells a backend's story on the
 * local service, over HTTP, in all operations. Ends with a table and exit code 0, or loudly.
 */
import "./lib/forget-aws-settings.js";
import { CommandError, runOrFail } from "./lib/run.js";

const step = async (title: string, work: () => Promise<unknown>): Promise<void> => {
  console.log(`\n▸ ${title}`);
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    // A command has already said what is wrong; whatever else fails shows where.
    console.error(error instanceof CommandError ? error.message : error);
    console.error(`\n✗ Failed: ${title}`);
    process.exit(1);
  }
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
};

/** A build talks much and says little, unless it fails. */
const build = (folder: string): Promise<string> =>
  runOrFail("npm", ["run", "build", "--silent", "--workspace", folder], { quiet: true });

await step("Build the generator", () => build("codegen"));
await step("Regenerate the SDK from model/", () =>
  runOrFail(process.execPath, [
    "codegen/bin/tinsmith.js",
    "generate",
    "--model",
    "model",
    "--out",
    "generated",
  ]),
);
await step("Build the runtime", () => build("runtime"));
await step("Build the SDK", () => build("generated"));
await step("Tell the story on the local service", async () => {
  // Only now: what is imported there has just been built.
  const { playStory } = await import("./demo/play-story.js");
  await playStory();
});
