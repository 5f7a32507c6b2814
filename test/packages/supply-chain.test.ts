import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { requireBuild } from "../support/require-build.js";

const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, "utf8"));

/** A call of the built packages, from its input to its result. */
const PROGRAM = `
import { AmplifyBackendClient, ListS3BucketsCommand } from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
const local = createLocalAmplifyBackend({ buckets: ["company"] });
const client = new AmplifyBackendClient({ ...local.clientConfig(), validation: { output: "strict" } });
const { Buckets } = await client.send(new ListS3BucketsCommand({}));
console.log(Buckets[0].Name);
`;

test("the built packages make no code from strings", () => {
  requireBuild();
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module"];
  const run = (program: string): string =>
    execFileSync(process.execPath, [...flags, "--eval", program], { encoding: "utf8", stdio: "pipe" });
  expect(run(PROGRAM)).toBe("company\n");
  expect(() => run('new Function("")')).toThrow("Code generation from strings disallowed");
});

describe("the lock file", () => {
  const { packages } = readJson("package-lock.json") as { packages: Record<string, Record<string, unknown>> };
  const installed = Object.entries(packages).filter(
    ([path, { link }]) => path.includes("node_modules/") && link !== true,
  );

  test("says of everything that is installed what its bytes are", () => {
    expect(installed.length).toBeGreaterThan(100);
    const loose = installed.filter(([, { integrity }]) => !/^sha512-/.test(String(integrity)));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test("has nothing that comes past the registry", () => {
    const elsewhere = installed.filter(([, { version }]) => !/^\d+\.\d+\.\d+/.test(String(version)));
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });
});

test.each(["runtime", "generated", "codegen"])("%s runs nothing when it is installed", (folder) => {
  const { scripts = {} } = readJson(`${folder}/package.json`) as { scripts?: Record<string, string> };
  const hooks = ["preinstall", "install", "postinstall", "prepare", "preuninstall", "postuninstall"];
  expect(Object.keys(scripts).filter((name) => hooks.includes(name))).toEqual([]);
});
