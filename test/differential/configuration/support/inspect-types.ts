import { join } from "node:path";
import ts from "typescript";

/** What the compiler knows of a file. */
export interface InspectedTypes {
  /** Its complaints, a line each. */
  readonly problems: readonly string[];
  /** The names of all properties of an exported constant. */
  keysOf(name: string): readonly string[];
}

/** Asks the compiler about a file that need not exist; names of packages mean what they mean in the repository. */
export function inspectTypes(text: string): InspectedTypes {
  const path = join(process.cwd(), "inspected-types.ts");
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd());
  // The official types do not tell what is left out from what is undefined, and so do many who use them.
  options.exactOptionalPropertyTypes = false;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === path || fileExists(file);
  host.getSourceFile = (file, version, ...rest) =>
    file === path ? ts.createSourceFile(file, text, version) : getSourceFile(file, version, ...rest);
  const program = ts.createProgram([path], options, host);
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error("The compiler did not read the file.");
  return {
    // Of this file alone: the others are checked elsewhere.
    problems: program
      .getSemanticDiagnostics(file)
      .map(
        ({ start = 0, messageText }) =>
          `${lineAt(text, start)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
      ),
    keysOf: (name) => keysOf(program.getTypeChecker(), file, name),
  };
}

function lineAt(text: string, position: number): string {
  return text.slice(text.lastIndexOf("\n", position) + 1).split("\n", 1)[0] ?? "";
}

function keysOf(checker: ts.TypeChecker, file: ts.SourceFile, name: string): readonly string[] {
  const exported = checker.getSymbolAtLocation(file)?.exports?.get(ts.escapeLeadingUnderscores(name));
  if (exported === undefined) throw new Error(`The compiler does not find ${name}.`);
  const properties = checker.getTypeOfSymbol(exported).getProperties();
  return properties.map((property) => property.name).sort();
}
