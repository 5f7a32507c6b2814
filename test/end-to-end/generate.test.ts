import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { requireBuild } from "../support/require-build.js";
import { WorkspaceCopy } from "../support/workspace-copy.js";

beforeAll(requireBuild);

describe("tinsmith generate", () => {
  let copy: WorkspaceCopy;
  beforeEach(() => {
    copy = new WorkspaceCopy();
  });
  afterEach(() => copy.destroy());

  test("what is committed is what the model says", async () => {
    expect(await copy.generate("--check")).toMatchObject({ exitCode: 0 });
  });

  test("generating again changes nothing", async () => {
    const before = copy.digest("generated");
    const { exitCode, stdout } = await copy.generate();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\b0 written\b/);
    expect(copy.digest("generated")).toEqual(before);
  });

  test("a changed line of the model is found, with the file and the command to run", async () => {
    copy.edit("model/backend.yaml", "it must not exist yet", "it must be new");
    const before = copy.digest("generated");
    const { exitCode, stdout, stderr } = await copy.generate("--check");
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toContain("src/commands/CloneBackendCommand.ts");
    expect(stdout + stderr).toContain("it must be new");
    expect(stdout + stderr).toContain("npx tinsmith generate --model model --out generated");
    expect(copy.digest("generated")).toEqual(before);
  });

  test("a file that the model no longer asks for is removed, and nothing else", async () => {
    copy.edit(
      "model/service.yaml",
      "    operations: [ListS3Buckets] # concerns the account, not an app\n",
      "",
    );
    // The local service handles every operation of the old model: without it, the rest stands alone.
    copy.remove("model/extensions");
    copy.write("generated/notes.txt", "not the generator's");
    expect(await copy.generate()).toMatchObject({ exitCode: 0 });
    const files = Object.keys(copy.digest("generated"));
    expect(files).not.toContain("src/commands/ListS3BucketsCommand.ts");
    expect(files).not.toContain("src/local.ts");
    expect(files).toContain("src/commands/CloneBackendCommand.ts");
    expect(files).toContain("notes.txt");
  });

  test("the command says how long it took", async () => {
    expect((await copy.generate()).stdout).toMatch(/^[\d,]+ ms after start-up/m);
  });
});

/** Every way to spoil a model, and the one line that has to come of it. */
const MALFORMED: readonly (readonly [title: string, spoil: (copy: WorkspaceCopy) => void, line: RegExp])[] = [
  [
    "YAML syntax",
    (copy) =>
      copy.write("model/broken.yaml", 'smithy: "2.0"\nnamespace: a.b\nshapes:\n  A: { type: structure\n'),
    /^model\/broken\.yaml:\d+:\d+ .+$/m,
  ],
  [
    "dangling target",
    (copy) => copy.edit("model/backend.yaml", "output: CloneBackendResponse", "output: CloneBackendRespnse"),
    /^model\/backend\.yaml:\d+:\d+ .*CloneBackend.*CloneBackendRespnse.*$/m,
  ],
  [
    "label without member",
    (copy) => copy.edit("model/backend.yaml", "/backend/{AppId}/details", "/backend/{App}/details"),
    /^model\/backend\.yaml:\d+:\d+ .*GetBackend.*App.*$/m,
  ],
  [
    "duplicate shape",
    (copy) =>
      copy.write(
        "model/twice.yaml",
        'smithy: "2.0"\nnamespace: com.amazonaws.amplifybackend\nshapes:\n  ResourceConfig:\n    type: string\n',
      ),
    /^model\/(twice|backend)\.yaml:\d+:\d+ .*ResourceConfig.*$/m,
  ],
  [
    "unknown trait",
    (copy) => copy.edit("model/token.yaml", "idempotent: {}", "idempotnt: {}"),
    /^model\/token\.yaml:\d+:\d+ .*DeleteToken.*idempotnt.*$/m,
  ],
];

describe("a malformed model", () => {
  test.each(MALFORMED)("%s: a clear line, exit code 1, and nothing touched", async (_, spoil, line) => {
    const copy = new WorkspaceCopy();
    try {
      spoil(copy);
      const before = copy.digest("generated");
      const { exitCode, stderr } = await copy.generate();
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(line);
      expect(copy.digest("generated")).toEqual(before);
    } finally {
      copy.destroy();
    }
  });
});

describe("a folder that is not the generator's", () => {
  test.each(["--check", undefined])("is refused with %s, and nothing is deleted", async (flag) => {
    const copy = new WorkspaceCopy();
    try {
      mkdirSync(join(copy.folder, "thesis"));
      copy.write("thesis/chapter.md", "years of work");
      const before = copy.digest("thesis");
      const flags = flag === undefined ? [] : [flag];
      const { exitCode, stderr } = await copy.run(
        "generate",
        "--model",
        "model",
        "--out",
        "thesis",
        ...flags,
      );
      expect(exitCode).toBe(1);
      expect(stderr).toContain("thesis");
      expect(copy.digest("thesis")).toEqual(before);
    } finally {
      copy.destroy();
    }
  });
});
