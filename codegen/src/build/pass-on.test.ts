import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { passOn } from "./pass-on.js";

const pass = (...lines: string[]): string => passOn(lines.join("\n"), "index.d.cts");

test("what is only passed on is exported from where it comes", () => {
  const code = pass('import { A, B } from "./shared.cjs";', "export { A, type B };");
  expect(code.trim()).toBe('export { A, type B } from "./shared.cjs";');
});

test("what the file uses stays imported", () => {
  const code = pass('import { A, B } from "./shared.cjs";', "declare const x: A;", "export { A, B, x };");
  expect(code).toBe(
    'import { A } from "./shared.cjs";\nexport { B } from "./shared.cjs";\ndeclare const x: A;\nexport { A, x };',
  );
});

test("what is not exported stays imported", () => {
  const code = 'import { A } from "zod";\ndeclare const x: A;\nexport { x };';
  expect(pass(code)).toBe(code);
});

test("a name that is part of another is not used by it", () => {
  const code = pass('import { A } from "./shared.cjs";', "declare const AB: 1;", "export { A, AB };");
  expect(code).toContain('export { A } from "./shared.cjs";');
});

describe("a form that is not known fails", () => {
  test.each([
    ["names on lines of their own", "export {\n  A\n};", "export {"],
    ["no semicolon", "export { A }", "export { A }"],
    ["types listed as such", 'import type { A } from "./a.cjs";', 'import type { A } from "./a.cjs";'],
    ["other quotes", "import { A } from './a.cjs';", "import { A } from './a.cjs';"],
    ["no blanks", "export {A};", "export {A};"],
  ])("%s", (_, code, line) => {
    expect(() => pass(code)).toThrow(
      `index.d.cts lists names in a form that is not known here: ${line}\nLook at what the bundler writes`,
    );
  });

  test("but nothing may be exported, and names passed on already", () => {
    for (const code of ["export { };", 'export { A } from "./a.cjs";']) expect(pass(code)).toBe(code);
  });
});

test("every name is still exported once, and comes from where it came", () => {
  const names = fc.uniqueArray(fc.constantFrom(..."ABCDEFGH"), { minLength: 1 });
  fc.assert(
    fc.property(names, names, names, (imported, exported, used) => {
      const own = exported
        .filter((name) => !imported.includes(name))
        .map((name) => `declare const ${name}: 1;`);
      const uses = used
        .filter((name) => imported.includes(name))
        .map((name) => `declare const x${name}: ${name};`);
      const lists = [`import { ${imported.join(", ")} } from "./s";`, `export { ${exported.join(", ")} };`];
      const code = pass(lists[0] ?? "", ...own, ...uses, lists[1] ?? "");
      const listed = [...code.matchAll(/^export \{ (.*) \}/gm)].flatMap(([, list = ""]) => list.split(", "));
      expect(listed.sort()).toEqual([...exported].sort());
      const taken = [...code.matchAll(/^.*\{ (.*) \} from "\.\/s";$/gm)].flatMap(([, list = ""]) =>
        list.split(", "),
      );
      expect(new Set(taken)).toEqual(new Set(imported));
    }),
    { seed: 6, numRuns: 300 },
  );
});
