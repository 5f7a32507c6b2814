import { build, type OutputOptions, type Plugin } from "rolldown";

/** How sources are bundled. */
export interface BundleSettings {
  /** Names of the sources that are entries. Default: all. */
  readonly entries?: readonly string[];
  readonly plugins?: readonly Plugin[];
  readonly output?: OutputOptions;
}

/**
 * Bundles sources that are in no file with the bundler that packages are built with; all others stay imports.
 *
 * @param sources - code by name, which is what `./name` imports
 * @returns code by file name
 */
export async function bundle(
  sources: Readonly<Record<string, string>>,
  { entries = Object.keys(sources), plugins = [], output = {} }: BundleSettings,
): Promise<Readonly<Record<string, string>>> {
  const written = await build({
    input: Object.fromEntries(entries.map((name) => [name.replace(/\..*/, ""), `./${name}`])),
    platform: "neutral",
    experimental: { attachDebugInfo: "none" },
    logLevel: "silent",
    plugins: [...plugins, fromMemory(sources)],
    // The default is an expression, which the bundler does not take for one out of the context that Jest runs tests in.
    output: { sourcemapIgnoreList: false, chunkFileNames: "[name].js", ...output },
    write: false,
  });
  return Object.fromEntries(
    written.output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.code]] : [])),
  );
}

const fromMemory = (sources: Readonly<Record<string, string>>): Plugin => ({
  name: "from-memory",
  resolveId: (id) => (id.startsWith("./") ? `\0memory/${id.slice(2)}` : { id, external: true }),
  load: (id) => sources[id.replace("\0memory/", "")],
});
