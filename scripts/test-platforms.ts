/**
 * Installs the packages from their tarballs, as npm would publish them, and tells the stories of `test/platforms` wherever
 * they have to work: `npm run test:platforms -- [--cheap] [--only NAME]… [--runs N] [--seed S]`. A platform that this
 * machine does not have is skipped, and said so.
 */
import { Installation } from "../test/packages/installation.js";
import type { Found, Outcome, Platform } from "../test/platforms/platform.js";
import { PLATFORMS } from "../test/platforms/platforms.js";
import { writePrograms } from "../test/platforms/programs.js";
import { startService } from "../test/platforms/service.js";
import { startShop } from "../test/platforms/shop.js";
import { choosePlatforms, type PlatformOptions, readPlatformOptions, USAGE } from "./lib/platform-options.js";
import { runOrFail } from "./lib/run.js";
import { formatTable } from "./lib/table.js";

const rows: string[][] = [["platform", "version", "build", "passed", "failed", "time"]];

try {
  const options = readPlatformOptions(process.argv.slice(2));
  await testPlatforms(choosePlatforms(PLATFORMS, options), options);
} catch (error) {
  console.error(`${(error as Error).message}\nUsage: ${USAGE}`);
  process.exitCode = 1;
}

async function testPlatforms(platforms: readonly Platform[], options: PlatformOptions): Promise<void> {
  // Platforms have a lock file of their own; what takes a large download is optional there.
  const omitted = options.isCheap ? ["--omit", "optional"] : [];
  await runOrFail("npm", ["ci", "--prefix", "test/platforms", "--ignore-scripts", ...omitted], {
    quiet: true,
  });
  await runOrFail("npm", ["run", "build"], { quiet: true });
  const installation = new Installation();
  try {
    await installation.create();
    await writePrograms(installation.bare);
    for (const platform of platforms) await testPlatform(platform, installation.bare, options);
  } finally {
    installation.destroy();
  }
  console.log(`\n${formatTable(rows)}`);
}

async function testPlatform(platform: Platform, project: string, options: PlatformOptions): Promise<void> {
  const { name, facts } = platform;
  const found = platform.find();
  if ("missing" in found) {
    console.log(`SKIPPED: ${name}: ${found.missing}`);
    rows.push([name, "–", facts.flavour, "skipped"]);
    return;
  }
  const start = performance.now();
  const { version, checks } = await tellOn(platform, found, project, options);
  const failures = checks.filter(({ failure }) => failure !== undefined);
  for (const { title, failure } of failures) console.log(`FAILED: ${name}: ${title} (${failure})`);
  const counts = [checks.length - failures.length, failures.length].map(String);
  console.log(`${name} ${version}: ${counts[0]} passed, ${counts[1]} failed`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  rows.push([name, version, facts.flavour, ...counts, `${seconds} s`]);
  if (failures.length > 0) process.exitCode = 1;
}

/** A platform on which nothing can be told has failed, too, and others are still to be tried. */
async function tellOn(
  { facts, run }: Platform,
  { path }: Found,
  project: string,
  { runs, seed }: PlatformOptions,
): Promise<Outcome> {
  await using service = await startService();
  await using shop = await startShop(project);
  const world = { ...service.places, ...facts, shop: shop.endpoint, runs, seed };
  try {
    return await run(path, { world, project });
  } catch (error) {
    return { version: "–", checks: [{ title: "the stories", failure: String(error) }] };
  }
}
