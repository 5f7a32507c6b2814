import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildModel } from "@tinsmith/codegen";
import { requireBuild } from "../support/require-build.js";
import { WorkspaceCopy } from "../support/workspace-copy.js";
import { readCodeBlocks } from "./code-blocks.js";
import { Programs } from "./programs.js";
import { type ShopWorld, startShopWorld } from "./shop-world.js";

const FILES = [
  "README.md",
  "generated/README.md",
  "runtime/README.md",
  "codegen/README.md",
  "model/README.md",
  "docs/local-service.md",
  "docs/observability.md",
];
const blocks = FILES.flatMap(readCodeBlocks);
const programs = blocks.filter(({ language }) => language === "ts");
const models = blocks.filter(({ language }) => language === "yaml");
const shells = blocks.filter(({ language }) => language === "sh");

/** What every program prints when it works, by a word of its code: proof that it ran to its end. */
const EXPECTED_OUTPUT: readonly (readonly [marker: string, output: RegExp])[] = [
  ["amplifybackend/readers", /'providers'[\s\S]*^CreateBackend \d{4}-\d\d-\d\dT/m],
  ["mockAmplifyBackend", /^job-1 2$/m],
  ["BackendJobPoller.resume", /^CloneBackend COMPLETED$/m],
  ["BackendJobPoller.start", /^following undefined\n(?:following \w+\n)*completed COMPLETED$/m],
  ["jobFailure", /^WaiterError FAILED$/m],
  ["new CloneBackendCommand", /SUCCESS/],
  ["d0000missing", /There is no such/],
  ["paginateListBackendJobs", /CreateBackend COMPLETED/],
  ["createLocalAmplifyBackend", /PENDING/],
  ["ListS3BucketsCommand", /Buckets/],
  ["KyHttpHandler", /^\[ 'dev'/m],
  ["curl", /^curl -X POST "http:\/\/[^"]+\/backend\/d2fxkq1example\/details" # {"AppId":"d2fxkq1example"}$/m],
  ["@opentelemetry/api", /^$/],
  ["@tinsmith/codegen", /^\[\]$/m],
];

describe("code blocks of the documentation", () => {
  const compiled = new Programs(programs);
  // Where they run: a place with a model.
  const workspace = new WorkspaceCopy();
  let world: ShopWorld | undefined;
  let complaints: string;

  beforeAll(async () => {
    requireBuild();
    complaints = await compiled.compile();
    world = await startShopWorld();
  }, 60_000);

  afterAll(async () => {
    await world?.close();
    compiled.destroy();
    workspace.destroy();
  });

  test.each(programs.map((block) => [block.place, block] as const))(
    "%s runs",
    async (_, block) => {
      const environment = world?.environment ?? {};
      const stdout = await compiled.run(block, { environment, folder: workspace.folder });
      const expected = EXPECTED_OUTPUT.find(([marker]) => block.code.includes(marker))?.[1];
      expect(expected).toBeDefined();
      expect(stdout).toMatch(expected as RegExp);
    },
    30_000,
  );

  test("all programs compile at the strictest", () => {
    expect(complaints).toBe("");
  });

  test("the first call takes at most ten lines", () => {
    expect(programs[0]?.code.trimEnd().split("\n").length).toBeLessThanOrEqual(10);
  });

  test.each(models.map(({ place, code }) => [place, code] as const))(
    "%s is a model, or shapes of ours",
    (place, code) => {
      if (code.startsWith("smithy:"))
        return expect(buildModel([{ file: `${place}.yaml`, text: code }])).toMatchObject({ ok: true });
      const shapes = `smithy: "2.0"\nnamespace: com.amazonaws.amplifybackend\nshapes:\n${code}`;
      const service = readFileSync("model/service.yaml", "utf8");
      const texts = [
        { file: `${place}.yaml`, text: shapes },
        { file: "service.yaml", text: service },
      ];
      expect(buildModel(texts)).toMatchObject({ ok: true });
    },
  );

  test("every npm command is a script of this repository", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = shells.flatMap(({ code }) =>
      [...code.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
