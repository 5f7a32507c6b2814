import { execFile } from "node:child_process";
import { symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TemporaryFolder, temporaryFolder } from "../../codegen/src/testing/temporary-folder.js";
import { requireBuild } from "../support/require-build.js";

const SERVICE = `smithy: "2.0"
namespace: com.example.things
shapes:
  Things:
    type: service
    version: "1"
    operations: [OPERATIONS]
    traits:
      aws.api#service: { sdkId: Things }
      aws.auth#sigv4: { name: things }
      aws.protocols#restJson1: {}
  GetThing: { type: operation, input: Input, traits: { readonly: {}, http: { method: GET, uri: "/{Id}" } } }
  Input: { type: structure, members: { Id: { target: String, traits: { required: {}, httpLabel: {} } } } }
`;

const folders: TemporaryFolder[] = [];

beforeAll(requireBuild);
afterAll(() => Promise.all(folders.map((folder) => folder.remove())));

const run = (file: string, args: readonly string[], cwd: string) =>
  promisify(execFile)(process.execPath, [resolve(file), ...args], { cwd });

/** Generates and builds a package outside of the repository; only what would be installed is the repository's. */
async function build(operations: string): Promise<Readonly<Record<string, string>>> {
  const folder = await temporaryFolder();
  folders.push(folder);
  await folder.write({ "model.yaml": SERVICE.replace("OPERATIONS", operations) });
  await run("codegen/bin/tinsmith.js", ["generate", "--model", "model.yaml", "--out", "things"], folder.path);
  symlinkSync(resolve("node_modules"), `${folder.path}/node_modules`, "junction");
  await run("node_modules/tsdown/dist/run.mjs", [], `${folder.path}/things`);
  return folder.read();
}

describe.each(["GetThing", ""])("a service of one's own, with the operations [%s], has a package", (name) => {
  test("that builds", async () => {
    const files = await build(name);
    const { exports } = JSON.parse(files["things/package.json"] ?? "") as { exports: object };
    const published = JSON.stringify(exports).match(/(?<="\.\/)dist\/[^"]+/g) ?? [];
    expect(published).toHaveLength(16);
    for (const file of published) expect(Object.keys(files)).toContain(`things/${file}`);
    expect(files["things/dist/index.cjs"]).toMatch(/exports\.Things = /);
    expect(files["things/dist/index.d.ts"]).toBe('export * from "./index.cjs";\n');
  });
});
