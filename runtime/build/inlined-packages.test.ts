import { describe, expect, test } from "@jest/globals";
import { type BundleSettings, bundle } from "../../codegen/src/testing/bundle.js";
import { droppableDates, leaveOut, moduleOfJmesPath } from "./inlined-packages.js";

const built = async (
  sources: Readonly<Record<string, string>>,
  plugin: NonNullable<BundleSettings["plugins"]>[0],
) => {
  const files = await bundle(sources, { entries: ["index"], plugins: [plugin] });
  return files["index.js"];
};

describe("packages that nothing uses", () => {
  const DEBUG = 'import debug from "debug";\ndebug("a")("b");';
  const NEGOTIATE =
    'import { createNegotiateAuth } from "proxy-agent-negotiate";\nexport { createNegotiateAuth };';

  test("are left out", async () => {
    const code = await built({ index: `${DEBUG}\n${NEGOTIATE}` }, leaveOut);
    expect(code).not.toMatch(/from "/);
    expect(code).toContain("createNegotiateAuth = void 0");
  });

  test.each([
    ["proxy-agent-negotiate", DEBUG],
    ["debug", NEGOTIATE],
  ])("have to be imported: %s", async (name, index) => {
    await expect(built({ index }, leaveOut)).rejects.toThrow(
      `Nothing imports ${name}, which is to be left out.`,
    );
  });
});

describe("Smithy's expressions for timestamps", () => {
  const dates = (text: string) =>
    built({ index: 'export * from "./schema-date-utils.js";', "schema-date-utils.js": text }, droppableDates);

  const DATE = `const DATE = new RegExp(\`^\${day}$\`);\nexport const isDate = (text) => DATE.test(text);`;

  test("are seen to run nothing", async () => {
    const code = await dates(`const day = \`\\\\d\`;\n${DATE}`);
    expect(code).toContain("/* @__PURE__ */ new RegExp(`^\\\\d$`)");
  });

  test.each([
    ["none", "export const isDate = () => true;"],
    ["made of a part that is not known", DATE.replace("day", "globalThis.day")],
    ["made of a part of another form", `const day = "d";\n${DATE}`],
  ])("have the form that is known, else the build fails: %s", async (_, text) => {
    await expect(dates(text)).rejects.toThrow(
      /schema-date-utils\.js has a form that droppable-dates does not know\. Mend its patterns\./,
    );
  });

  test("are there, else the build fails", async () => {
    await expect(built({ index: "export const a = 1;" }, droppableDates)).rejects.toThrow(
      /The build has no module .*schema-date-utils.* for droppable-dates to edit\./,
    );
  });
});

describe("jmespath", () => {
  const jmespath = (text: string) =>
    built(
      { index: 'import path from "./jmespath.js";\nexport const { search } = path;', "jmespath.js": text },
      moduleOfJmesPath,
    );

  test("has the form of a module", async () => {
    const text =
      '(function(exports) {\n  exports.search = 1;\n})(typeof exports === "undefined" ? this.jmespath = {} : exports);\n';
    const code = await jmespath(text);
    expect(code).toMatch(/const exports = \{\}|const exports\$\d+ = \{\}/);
    expect(code).not.toMatch(/__commonJS|require/);
  });

  test("has the form that is known, else the build fails", async () => {
    await expect(jmespath("export default { search: 1 };")).rejects.toThrow(
      /jmespath\.js has a form that module-of-jmespath does not know\. Mend its patterns\./,
    );
  });

  test("is there, else the build fails", async () => {
    await expect(built({ index: "export const a = 1;" }, moduleOfJmesPath)).rejects.toThrow(
      /The build has no module .*jmespath.* for module-of-jmespath to edit\./,
    );
  });
});
