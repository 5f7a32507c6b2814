import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  AmplifyBackendClient,
  CreateBackendCommand,
  waitUntilBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { buildModel } from "@tinsmith/codegen";
import { requireBuild } from "../support/require-build.js";
import { WorkspaceCopy } from "../support/workspace-copy.js";
import { type CodeBlock, readCodeBlocks } from "./code-blocks.js";

const execute = promisify(execFile);
const FILES = [
  "README.md",
  "generated/README.md",
  "runtime/README.md",
  "codegen/README.md",
  "model/README.md",
];
const TSX = resolve("node_modules/.bin/tsx");
const blocks = FILES.flatMap(readCodeBlocks);
const programs = blocks.filter(({ language }) => language === "ts");
const models = blocks.filter(({ language }) => language === "yaml");
const shells = blocks.filter(({ language }) => language === "sh");

/** What every program prints when it works, by a word of its code: proof that it ran to its end. */
const EXPECTED_OUTPUT: readonly (readonly [marker: string, output: RegExp])[] = [
  ["new CloneBackendCommand", /SUCCESS/],
  ["d0000missing", /There is no such/],
  ["paginateListBackendJobs", /CreateBackend COMPLETED/],
  ["createLocalAmplifyBackend", /PENDING/],
  ["ListS3BucketsCommand", /Buckets/],
  ["KyHttpHandler, NetworkError", /^$/],
  ["@tinsmith/codegen", /^\[\]$/m],
];

describe("code blocks of the documentation", () => {
  const local = createLocalAmplifyBackend();
  // Below the repository, so that the programs find the built packages as their users would.
  const folder = mkdtempSync(join(process.cwd(), "node_modules", ".readme-"));
  // Where they run: a place with a model, and no tsconfig.json whose paths would lead to sources.
  const workspace = new WorkspaceCopy();
  let environment: NodeJS.ProcessEnv;
  let close: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    requireBuild();
    const server = await local.listen();
    close = () => server.close();
    const backend = { AppId: "d2fxkq1example", BackendEnvironmentName: "dev" };
    const client = new AmplifyBackendClient(local.clientConfig(server));
    const { JobId = "" } = await client.send(new CreateBackendCommand({ ...backend, AppName: "shop" }));
    await waitUntilBackendJobCompleted({ client, maxWaitTime: 30, minDelay: 0.05 }, { ...backend, JobId });
    environment = {
      ...process.env,
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
      AWS_ENDPOINT_URL_AMPLIFYBACKEND: server.endpoint,
    };
  });

  afterAll(async () => {
    await close?.();
    rmSync(folder, { recursive: true });
    workspace.destroy();
  });

  const writeProgram = ({ code }: CodeBlock, index: number): string => {
    const path = join(folder, `program-${index}.mts`);
    writeFileSync(path, code);
    return path;
  };

  test.each(programs.map((block, index) => [block.place, block, index] as const))(
    "%s runs",
    async (_, block, index) => {
      const options = { env: environment, cwd: workspace.folder };
      const { stdout } = await execute(TSX, [writeProgram(block, index)], options);
      const expected = EXPECTED_OUTPUT.find(([marker]) => block.code.includes(marker))?.[1];
      expect(expected).toBeDefined();
      expect(stdout).toMatch(expected as RegExp);
    },
    30_000,
  );

  test("all programs compile at the strictest", async () => {
    const paths = programs.map(writeProgram);
    const flags =
      "--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --module nodenext --target es2022";
    const types = ["--types", "node", "--skipLibCheck", "--ignoreConfig"];
    const result = await execute("npx", ["tsc", ...flags.split(" "), ...types, ...paths]).catch(
      (error: { stdout: string }) => error,
    );
    expect(result.stdout).toBe("");
  }, 60_000);

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
