import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { startProxy } from "./testing/local-proxy.js";
import { startServer } from "./testing/local-server.js";

const DIST = join(process.cwd(), "runtime", "dist");
const built = existsSync(join(DIST, "node", "index.cjs"));
if (!built) console.warn("SKIPPED: the built runtime is not there; run `npm run build -w runtime`.");

/** Makes a call with what was built, in a process of its own; prints the result. */
const SCRIPT = `
  import { createRequire } from "node:module";
  import { pathToFileURL } from "node:url";
  const [file, endpoint] = process.argv.slice(-2);
  const require = createRequire(pathToFileURL(file));
  const { Client, Command, ServiceException } = file.endsWith(".cjs") ? require(file) : await import(pathToFileURL(file).href);
  const service = {
    format: 1, name: "Test", sdkId: "Test", version: "1", signingName: "test", endpointPrefix: "test",
    package: { name: "test", version: "1" }, commonErrors: [], unmodeledError: ServiceException,
  };
  const operation = {
    format: 1, name: "Echo", http: { method: "POST", uri: "/echo/{Name}", code: 200 }, errors: [],
    input: { kind: "structure", name: "I", members: { Name: { target: "string", location: "label" }, Text: { target: "string" } } },
    output: { kind: "structure", name: "O", members: { Text: { target: "string" } } },
  };
  const client = new Client(service, { endpoint, region: "eu-west-1", credentials: { accessKeyId: "a", secretAccessKey: "b" } });
  console.log(JSON.stringify(await client.send(new Command(operation, { Name: "ä b", Text: "täxt" }))));
  client.destroy();
`;

/** A file and all that is loaded with it. */
function staticImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(DIST, "node", file), "utf8");
  for (const [, imported = ""] of text.matchAll(/^import .*from "\.\/([^"]+)";$/gm))
    staticImports(imported, found);
  return found;
}

(built ? describe : describe.skip)("what was built", () => {
  test.each(["node/index.js", "node/index.cjs", "web/index.js", "web/index.cjs"])(
    "makes a call: %s",
    async (file) => {
      await using server = await startServer(({ body }) => ({ body }));
      const arguments_ = ["--input-type=module", "-e", SCRIPT, join(DIST, file), server.url];
      const { stdout } = await promisify(execFile)(process.execPath, arguments_);
      expect(JSON.parse(stdout)).toMatchObject({
        Text: "täxt",
        $metadata: { httpStatusCode: 200, attempts: 1 },
      });
      expect(server.requests[0]).toMatchObject({ url: "/echo/%C3%A4%20b", body: '{"Text":"täxt"}' });
    },
  );

  test.each(["node/index.js", "node/index.cjs"])("goes through a proxy: %s", async (file) => {
    await using server = await startServer(({ body }) => ({ body }));
    await using proxy = await startProxy();
    const endpoint = `http://service.test:${server.port}`;
    const arguments_ = ["--input-type=module", "-e", SCRIPT, join(DIST, file), endpoint];
    const env = { ...process.env, HTTP_PROXY: `http://${proxy.host}` };
    const { stdout } = await promisify(execFile)(process.execPath, arguments_, { env });
    expect(JSON.parse(stdout)).toMatchObject({ Text: "täxt" });
    expect(proxy.requests).toHaveLength(1);
  });

  test("loads what proxies need only for who has one", () => {
    const loaded = [...staticImports("index.js")];
    expect(
      loaded.filter((file) => readFileSync(join(DIST, "node", file), "utf8").includes("HttpsProxyAgent")),
    ).toEqual([]);
    expect(readFileSync(join(DIST, "node", "index.js"), "utf8")).toMatch(/await import\("\.\/proxy-agents/);
  });

  test("has ky's code in ky's entry alone", () => {
    const all = readdirSync(DIST, { recursive: true, encoding: "utf8" });
    const files = all.filter((file) => /\.c?js$/.test(file));
    // What ky asks the platform while it is loaded.
    const found = files.filter((file) =>
      readFileSync(join(DIST, file), "utf8").includes("https://empty.invalid"),
    );
    expect(found.sort()).toEqual(["ky/index.cjs", "ky/index.js"]);
  });

  test.each([
    "node/index.d.ts",
    "node/index.d.cts",
    "node/host.d.ts",
    "ky/index.d.ts",
    "ky/index.d.cts",
    "testing/index.d.ts",
    "testing/index.d.cts",
  ])("has types that need no package: %s", (file) => {
    // Examples in comments import what their readers have.
    const text = readFileSync(join(DIST, file), "utf8").replace(/\/\*.*?\*\//gs, "");
    const imported = [...text.matchAll(/(?:from|import\() ?["']([^"']+)["']/g)].map(([, name]) => name);
    expect(imported.filter((name) => !name?.startsWith("./") && name !== "@tinsmith/runtime")).toEqual([]);
  });

  test("requires whatever it loads later, since Jest runs CommonJS where `import()` fails", () => {
    const files = readdirSync(join(DIST, "node")).filter((file) => file.endsWith(".cjs"));
    expect(files.length).toBeGreaterThan(1);
    const importing = /(?<![\w.{@])import\(/;
    expect(files.filter((file) => importing.test(readFileSync(join(DIST, "node", file), "utf8")))).toEqual(
      [],
    );
  });

  test("requires AWS's chain of credential providers within `try`, so that bundlers let it be missing", () => {
    const text = readFileSync(join(DIST, "node", "index.cjs"), "utf8");
    expect(text).toMatch(
      /try \{\s*(?:const|let) \{ defaultProvider(?:: \w+)? \} = require\("@aws-sdk\/credential-provider-node"\);/,
    );
  });

  test("says whose code is in it", () => {
    const text = readFileSync(join(DIST, "node", "THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of [
      "@smithy/signature-v4",
      "@smithy/core",
      "jmespath",
      "https-proxy-agent",
      "http-proxy-agent",
    ])
      expect(text).toContain(`${name} `);
  });
});
