import { dirname, join } from "node:path";
import ts from "typescript";

/**
 * Compiles files that need not exist, by the repository's own settings.
 *
 * @param files - contents by path, relative to the repository's folder
 * @param paths - module names that stand for some of them
 * @returns what the compiler finds, as text; nothing for files that compile
 */
export function compile(
  files: ReadonlyMap<string, string>,
  paths: Readonly<Record<string, readonly string[]>> = {},
): readonly string[] {
  const root = process.cwd();
  const contents = new Map([...files].map(([path, text]) => [join(root, path), text]));
  const folders = new Set([...contents.keys()].map((path) => dirname(path)));
  const options = compilerOptions(root, paths);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  // Where there is no folder, the compiler does not look for files.
  host.directoryExists = (folder) => folders.has(folder) || ts.sys.directoryExists(folder);
  host.fileExists = (path) => contents.has(path) || fileExists(path);
  host.readFile = (path) => contents.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, onError, createAgain) => {
    const text = contents.get(path);
    if (text === undefined) return getSourceFile(path, version, onError, createAgain);
    return ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram(
    [...contents.keys()].filter((path) => path.endsWith(".ts")),
    options,
    host,
  );
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => ts.formatDiagnostic(diagnostic, host));
}

function compilerOptions(
  root: string,
  paths: Readonly<Record<string, readonly string[]>>,
): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return { ...options, rootDirs: [], paths: { ...options.paths, ...mutable(paths) } };
}

const mutable = (paths: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(paths).map(([name, targets]) => [name, [...targets]]));
