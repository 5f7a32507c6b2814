import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Listener } from "@tinsmith/runtime/host";
import { requireBuild } from "../../support/require-build.js";
import { officialClient } from "../support/official-client.js";
import { propertySettings } from "../support/runs.js";
import type { CompilerSetting, CompilerVersion } from "./support/compilers.js";
import { corpus, createCorpusWorld, forThisClient } from "./support/corpus.js";
import { type ModuleFormat, Project, programsFor } from "./support/project.js";
import { runPrograms } from "./support/run-programs.js";

const VERSIONS: readonly CompilerVersion[] = ["5.4", "5.9", "6.0", "7.0"];
const MODULES = ["nodenext", "bundler", "commonjs"] as const;
const FORMATS: readonly ModuleFormat[] = ["esm", "cjs"];

/** What the programs are written for, and run as. */
const BUILD: CompilerSetting = {
  version: "6.0",
  modules: "nodenext",
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
};

/**
 * All settings, in an order in which the first twelve have each compiler with each kind of modules, and each of the
 * two other switches on and off with each compiler, and with each kind of modules.
 */
const SETTINGS: readonly CompilerSetting[] = [0, 1, 2, 3].flatMap((shift) =>
  VERSIONS.flatMap((version, row) =>
    MODULES.map((modules, column) => {
      const switches = (row + column + shift) % 4;
      return {
        version,
        modules,
        exactOptionalPropertyTypes: switches % 2 === 0,
        skipLibCheck: switches >= 2,
      };
    }),
  ),
);

const tried = SETTINGS.slice(0, propertySettings(VERSIONS.length * MODULES.length).numRuns);

let official: Project;
let ours: Project;

beforeAll(() => {
  requireBuild();
  official = new Project(corpus);
  ours = new Project(forThisClient(corpus));
});

afterAll(() => {
  official.destroy();
  ours.destroy();
  console.log(
    `Corpus: ${corpus.length} programs for ${officialClient.name} compiled with this client under ${tried.length} ` +
      `settings of TypeScript ${VERSIONS.join(", ")}, and run with both as ES modules and CommonJS.`,
  );
});

describe("programs for the official client", () => {
  test("compile with it", async () => {
    expect(await official.build(BUILD)).toBe("");
    expect(await official.check({ ...BUILD, exactOptionalPropertyTypes: false })).toBe("");
  }, 120_000);

  test("compile with this one", async () => {
    expect(await ours.build(BUILD)).toBe("");
  }, 120_000);

  test.each(tried.map((setting) => [describeSetting(setting), setting] as const))(
    "compile with this one: %s",
    async (_title, setting) => {
      expect(await ours.check(setting)).toBe("");
    },
    120_000,
  );

  describe.each(FORMATS)("as %s", (format) => {
    const listeners: Listener[] = [];
    const printed: { official: readonly string[][]; ours: readonly string[][] } = { official: [], ours: [] };

    const printedBy = async (project: Project): Promise<readonly string[][]> => {
      const placements = project.programsOf(format).map(async ({ file }) => {
        const listener = await (await createCorpusWorld()).listen();
        listeners.push(listener);
        return { path: project.builtPath(format, file), endpoint: listener.endpoint };
      });
      return runPrograms(await Promise.all(placements));
    };

    beforeAll(async () => {
      [printed.official, printed.ours] = await Promise.all([printedBy(official), printedBy(ours)]);
    }, 60_000);

    afterAll(() => Promise.all(listeners.map((listener) => listener.close())));

    const files = programsFor(format, corpus).map(({ file }, index) => [file, index] as const);
    test.each(files)("%s prints the same", (_file, index) => {
      expect(printed.official[index]).not.toEqual([]);
      expect(printed.official[index]?.join("\n")).not.toContain("threw ");
      expect(printed.ours[index]).toEqual(printed.official[index]);
    });
  });
});

function describeSetting({ version, modules, ...switches }: CompilerSetting): string {
  const flags = Object.entries(switches).map(([name, value]) => `${name} ${value}`);
  return `${version} ${modules}, ${flags.join(", ")}`;
}
