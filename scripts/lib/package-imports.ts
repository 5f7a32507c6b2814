import { isBuiltin } from "node:module";
import { build } from "esbuild";

/** What of a `package.json` says what its code may import. */
export interface Manifest {
  readonly name: string;
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The packages that a built file imports, and whoever installs the package does not get, nor is told of. */
export const findUndeclaredImports = async (code: string, manifest: Manifest): Promise<readonly string[]> => {
  const { name, imports = {}, dependencies = {}, peerDependencies = {} } = manifest;
  const declared = [
    name,
    ...[imports, dependencies, peerDependencies].flatMap((names) => Object.keys(names)),
  ];
  return (await importedPackages(code)).filter((imported) => !declared.includes(imported));
};

/** What is no file of its own package, nor a module of Node. */
const importedPackages = async (code: string): Promise<readonly string[]> => {
  const { metafile } = await build({
    stdin: { contents: code, sourcefile: "built.js" },
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["*"],
    logLevel: "silent",
    metafile: true,
    write: false,
  });
  const imports = metafile.inputs["built.js"]?.imports ?? [];
  const packages = imports
    .map(({ path }) => path)
    .filter((path) => !path.startsWith(".") && !isBuiltin(path))
    .map((path) => path.split("/", path.startsWith("@") ? 2 : 1).join("/"));
  return [...new Set(packages)];
};
