import { expect, test } from "@jest/globals";
import { compile } from "./compile.js";
import { GOLDENS, generateGolden } from "./generate-golden.js";
import { GOLDEN_SCENARIOS } from "./golden-scenarios.js";

/** An example in a comment, or in a README. */
const EXAMPLE = /```ts\n([\s\S]*?)```/g;

/** Where the package of a scenario would lie. */
const folderOf = (name: string): string => `${GOLDENS}/${name}/generated`;

/** The examples of a file, each as a program. */
function examplesOf(path: string, contents: string): readonly (readonly [string, string])[] {
  return [...contents.matchAll(EXAMPLE)].map(([, code = ""], index) => {
    const program = code.replace(/^ *\* ?/gm, "");
    return [`${path}.example${index}.ts`, `${program}\nexport { result };\n`];
  });
}

/** An extension, such as the packages of models with extensions have. */
const EXTENSION = ["src/local.ts", "export const local = true;\n"] as const;

function filesOf(name: string): readonly (readonly [string, string])[] {
  const generated = [...generateGolden(name), EXTENSION];
  return generated
    .flatMap(([path, contents]) => [[path, contents] as const, ...examplesOf(path, contents)])
    .map(([path, contents]) => [`${folderOf(name)}/${path}`, contents]);
}

function packageNameOf(files: ReadonlyMap<string, string>, name: string): string {
  return JSON.parse(files.get(`${folderOf(name)}/package.json`) ?? "{}").name;
}

test("all goldens compile with the strictest settings, their examples included", () => {
  const files = new Map(GOLDEN_SCENARIOS.flatMap(({ name }) => filesOf(name)));
  const examples = [...files.keys()].filter((path) => path.includes(".example"));
  expect(examples.length).toBeGreaterThan(2 * GOLDEN_SCENARIOS.length);
  const paths = Object.fromEntries(
    GOLDEN_SCENARIOS.map(({ name }) => [packageNameOf(files, name), [`./${folderOf(name)}/src/index.ts`]]),
  );
  expect(Object.keys(paths)).toHaveLength(GOLDEN_SCENARIOS.length);
  expect(compile(files, paths)).toEqual([]);
}, 120_000);

test("a mistake in generated code is found", () => {
  const broken = new Map([["test/goldens/broken.ts", "export const wrong: number = 'text';\n"]]);
  expect(compile(broken).join()).toContain("TS2322");
}, 60_000);
