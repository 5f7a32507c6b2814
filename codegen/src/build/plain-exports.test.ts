import { expect, test } from "@jest/globals";
import { plainExports } from "./plain-exports.js";

const getter = (name: string, value: string): string =>
  `Object.defineProperty(exports, "${name}", {\n\tenumerable: !0,\n\tget: function() {\n\t\treturn ${value};\n\t}\n})`;

test("what is got by a function is exported as a value", () => {
  const code = `${getter("Client", "require_shared.t")}, ${getter("$Command", "_runtime.$Command")};\nexports.text = "";`;
  expect(plainExports(code, "index.cjs", ["Client", "$Command", "text"])).toBe(
    'exports.Client = require_shared.t, exports.$Command = _runtime.$Command;\nexports.text = "";',
  );
});

test("a default export may be the module itself", () => {
  expect(plainExports("module.exports = main;", "index.cjs", ["default"])).toBe("module.exports = main;");
});

test.each([
  ["no export at all", ""],
  ["another function", 'Object.defineProperty(exports, "a", { get: () => b });'],
  ["an export of a longer name", "exports.ab = 1;"],
  ["a default export", "module.exports = a;"],
])("fails where a name is not exported: %s", (_, code) => {
  expect(() => plainExports(code, "index.cjs", ["a"])).toThrow(
    "index.cjs exports a in a form that is not known here. Look at what the bundler writes, and mend the pattern in plain-exports.ts.",
  );
});
