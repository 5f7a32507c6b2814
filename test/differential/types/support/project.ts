import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CompilerSetting, compile } from "./compilers.js";

/** A program, as a file has it. */
export interface Program {
  /** E.g. `errors.ts`. */
  readonly file: string;
  readonly code: string;
}

export type ModuleFormat = "esm" | "cjs";

const FORMATS = { esm: "module", cjs: "commonjs" } as const;
const OUTPUT = "compiled";

/** The programs that can be written in a format. */
export const programsFor = (format: ModuleFormat, programs: readonly Program[]): readonly Program[] => {
  const ofTheOther = format === "esm" ? ".cts" : ".mts";
  return programs.filter(({ file }) => !file.endsWith(ofTheOther));
};

/** Somebody's project that uses one of the two clients: the same programs as ES modules and as CommonJS. */
export class Project {
  // Below the repository, so that the programs find the packages as their users would.
  readonly folder = mkdtempSync(join(process.cwd(), "node_modules", ".types-"));
  readonly #programs: readonly Program[];

  constructor(programs: readonly Program[]) {
    this.#programs = programs;
    for (const [format, type] of Object.entries(FORMATS)) {
      for (const parent of [".", OUTPUT]) {
        mkdirSync(join(this.folder, parent, format), { recursive: true });
        writeFileSync(join(this.folder, parent, format, "package.json"), JSON.stringify({ type }));
      }
    }
    for (const format of ["esm", "cjs"] as const) {
      for (const { file, code } of this.programsOf(format)) {
        writeFileSync(join(this.folder, format, file), code);
      }
    }
  }

  /** The programs of a format. */
  programsOf(format: ModuleFormat): readonly Program[] {
    return programsFor(format, this.#programs);
  }

  /** Compiles all programs; @returns the compiler's complaints */
  check(setting: CompilerSetting): Promise<string> {
    return compile(this.folder, this.#filesFor(setting), setting);
  }

  /** Compiles all programs to JavaScript; @returns the compiler's complaints */
  build(setting: CompilerSetting): Promise<string> {
    return compile(this.folder, this.#filesFor(setting), setting, OUTPUT);
  }

  /** Where the JavaScript of a program is, once it is built. */
  builtPath(format: ModuleFormat, file: string): string {
    return join(this.folder, OUTPUT, format, file.replace(/\.([cm]?)ts$/, ".$1js"));
  }

  destroy(): void {
    rmSync(this.folder, { recursive: true });
  }

  #filesFor({ modules }: CompilerSetting): readonly string[] {
    const formats = { nodenext: ["esm", "cjs"], bundler: ["esm"], commonjs: ["cjs"] } as const;
    return formats[modules].flatMap((format) =>
      this.programsOf(format).map(({ file }) => `${format}/${file}`),
    );
  }
}
