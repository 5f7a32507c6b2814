import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { startProxy } from "./testing/local-proxy.js";
import { startServer } from "./testing/local-server.js";

const DIST = join(process.cwd(), "runtime", "dist");
const built = existsSync(join(DIST, "index.cjs"));
if (!built) console.warn("SKIPPED: the built runtime is not there; run `npm run build -w runtime`.");

/** What users get, by the conditions that their tools go by. */
const BUILDS = [
  ["index.js", []],
  ["index.cjs", []],
  ["index.js", ["--conditions=worker"]],
  ["index.cjs", ["--conditions=worker"]],
] as const;

/** Makes a call with what was built, in a process of its own; prints the result, and what of Node was loaded for it. */
const SCRIPT = `
  import { createRequire } from "node:module";
  import { pathToFileURL } from "node:url";
  const [file, endpoint] = process.argv.slice(-2);
  const require = createRequire(pathToFileURL(file));
  const before = new Set(process.moduleLoadList);
  const loaded = () => process.moduleLoadList.filter((name) => !before.has(name));
  const { Client, Command, ServiceException } = file.endsWith(".cjs") ? require(file) : await import(pathToFileURL(file).href);
  const byImport = loaded();
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
  const result = await client.send(new Command(operation, { Name: "ä b", Text: "täxt" }));
  console.log(JSON.stringify({ ...result, loaded: { byImport, byCall: loaded() } }));
  client.destroy();
`;

const read = (file: string): string => readFileSync(join(DIST, file), "utf8");

/** A file and all of this package that is loaded with it. */
function staticImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = read(file);
  for (const [, imported = ""] of text.matchAll(/^import .*from "\.\/([^"]+)";$/gm))
    staticImports(imported, found);
  return found;
}

(built ? describe : describe.skip)("what was built", () => {
  test.each(BUILDS)("makes a call: %s %j", async (file, conditions) => {
    await using server = await startServer(({ body }) => ({ body }));
    const arguments_ = [...conditions, "--input-type=module", "-e", SCRIPT, join(DIST, file), server.url];
    const { stdout } = await promisify(execFile)(process.execPath, arguments_);
    expect(JSON.parse(stdout)).toMatchObject({
      Text: "täxt",
      $metadata: { httpStatusCode: 200, attempts: 1 },
    });
    expect(server.requests[0]).toMatchObject({ url: "/echo/%C3%A4%20b", body: '{"Text":"täxt"}' });
  });

  test.each(["index.js", "index.cjs"])("goes through a proxy: %s", async (file) => {
    await using server = await startServer(({ body }) => ({ body }));
    await using proxy = await startProxy();
    const endpoint = `http://service.test:${server.port}`;
    const arguments_ = ["--input-type=module", "-e", SCRIPT, join(DIST, file), endpoint];
    const env = { ...process.env, HTTP_PROXY: `http://${proxy.host}` };
    const { stdout } = await promisify(execFile)(process.execPath, arguments_, { env });
    expect(JSON.parse(stdout)).toMatchObject({ Text: "täxt" });
    expect(proxy.requests).toHaveLength(1);
  });

  test.each(["index.js", "index.cjs"])(
    "loads what a call needs of Node, when it is made: %s",
    async (file) => {
      await using server = await startServer(({ body }) => ({ body }));
      const arguments_ = ["--input-type=module", "-e", SCRIPT, join(DIST, file), server.url];
      const { stdout } = await promisify(execFile)(process.execPath, arguments_);
      const { byImport, byCall } = JSON.parse(stdout).loaded as Record<string, string[]>;
      const takesLong = (name: string): boolean =>
        /NativeModule (?:crypto|https?|tls|perf_hooks|internal\/crypto\/webcrypto|internal\/deps\/undici\/undici)$/.test(
          name,
        );
      expect(byImport?.filter(takesLong)).toEqual([]);
      expect(byCall?.filter(takesLong).sort()).toEqual(["NativeModule crypto", "NativeModule http"]);
    },
  );

  test("loads what proxies need only for who has one", () => {
    const loaded = [...staticImports("index.js"), ...staticImports("node.js")];
    expect(loaded.filter((file) => read(file).includes("HttpsProxyAgent"))).toEqual([]);
    expect(read("node.js")).toMatch(/await import\("\.\/proxy-agents/);
  });

  test.each(["js", "cjs"])(
    "is loaded as three files by Node, the platform after what both share: %s",
    (format) => {
      const imports = (file: string): readonly (string | undefined)[] =>
        [
          ...read(`${file}.${format}`).matchAll(/(?:^import .*from |require\()"([.#][^"]+)"(?:;|\)[,;])/gm),
        ].map(([, name]) => name);
      expect(imports("index").slice(0, 2)).toEqual([`./shared.${format}`, "#platform"]);
      for (const platform of ["node", "web"])
        expect(imports(platform).slice(0, 1)).toEqual([`./shared.${format}`]);
      expect(read(`shared.${format}`)).not.toMatch(/#platform|\.\/|node:/);
    },
  );

  test("has what its entries share once for each format", () => {
    const files = readdirSync(DIST).filter((file) => /\.c?js$/.test(file));
    // What all errors are marked with.
    expect(files.filter((file) => read(file).includes("tinsmith.error"))).toEqual([
      "shared.cjs",
      "shared.js",
    ]);
  });

  test("has ky's code in ky's entry alone", () => {
    const all = readdirSync(DIST, { recursive: true, encoding: "utf8" });
    const files = all.filter((file) => /\.c?js$/.test(file));
    // What ky asks the platform while it is loaded.
    const found = files.filter((file) => read(file).includes("https://empty.invalid"));
    expect(found.sort()).toEqual(["ky.cjs", "ky.js"]);
  });

  test.each([
    "index.d.ts",
    "index.d.cts",
    "host.d.cts",
    "shared.d.cts",
    "command.d.cts",
    "ky.d.cts",
    "testing.d.cts",
  ])("has types that need no package: %s", (file) => {
    // Examples in comments import what their readers have.
    const text = read(file).replace(/\/\*.*?\*\//gs, "");
    const imported = [...text.matchAll(/(?:from|import\() ?["']([^"']+)["']/g)].map(([, name]) => name);
    expect(imported.filter((name) => !/^(?:\.\/|@tinsmith\/runtime(?:\/host)?$)/.test(name ?? ""))).toEqual(
      [],
    );
  });

  test("requires whatever it loads later, since Jest runs CommonJS where `import()` fails", () => {
    const files = readdirSync(DIST).filter((file) => file.endsWith(".cjs"));
    expect(files.length).toBeGreaterThan(1);
    const importing = /(?<![\w.{@])import\(/;
    expect(files.filter((file) => importing.test(read(file)))).toEqual([]);
  });

  test("requires AWS's chain of credential providers within `try`, so that bundlers let it be missing", () => {
    expect(read("node.cjs")).toMatch(
      /try \{\s*(?:const|let) \{ defaultProvider(?:: \w+)? \} = require\("@aws-sdk\/credential-provider-node"\);/,
    );
  });

  test("is ASCII, for which engines keep a byte a character", () => {
    const files = readdirSync(DIST).filter((file) => /\.c?js$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => /[^\0-\u007f]/.test(read(file)))).toEqual([]);
  });

  test("has the code of the command once, for who requires it, too", async () => {
    const script = `console.log(Object.keys(require(${JSON.stringify(join(DIST, "command.cjs"))})).join())`;
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", script]);
    expect(stdout).toBe("readMilliseconds,runCommandLine\n");
  });

  test("says whose code is in it", () => {
    const text = read("THIRD-PARTY-NOTICES.txt");
    for (const name of [
      "@smithy/signature-v4",
      "@smithy/core",
      "jmespath",
      "https-proxy-agent",
      "http-proxy-agent",
      "commander",
      "ky",
    ])
      expect(text).toContain(`${name} `);
  });
});
