import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import type { CompilerVersion } from "../differential/types/support/compilers.js";
import { Project } from "../differential/types/support/project.js";
import { requireBuild } from "../support/require-build.js";
import { switchProgram } from "./support/switch-programs.js";

const VERSIONS: readonly CompilerVersion[] = ["5.4", "5.9", "6.0", "7.0"];

let project: Project;

beforeAll(() => {
  requireBuild();
  project = new Project([{ file: "switches.ts", code: switchProgram(AmplifyBackendOperations) }]);
});

afterAll(() => project.destroy());

test("there are 31 unions", () => {
  expect(AmplifyBackendOperations).toHaveLength(31);
});

test.each(VERSIONS)(
  "a switch can exhaust each of them, and forgets nothing unseen: TypeScript %s",
  async (version) => {
    const setting = {
      version,
      modules: "nodenext",
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
    } as const;
    expect(await project.check(setting)).toBe("");
  },
  120_000,
);
