import { existsSync, readFileSync } from "node:fs";
import { AmplifyBackendClient as OfficialClient } from "@aws-sdk/client-amplifybackend";
import { describe, expect, test } from "@jest/globals";
import { readDocumentedNames } from "./documented-names.js";
import {
  OPERATIONS,
  PHP_HTTP_OPTIONS,
  PHP_METHODS,
  PHP_OPTIONS,
  PHP_SHAPES,
  V2_EVENTS,
  V2_MEMBERS,
  V2_OPTIONS,
} from "./former-names.js";

const [V2, V3, PHP] = ["v2", "v3", "php"].map((name) => `docs/migrating-from-${name}.md`) as [
  string,
  string,
  string,
];
const textOf = (page: string): string => readFileSync(page, "utf8");
const codeIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

/** Names in the first column of a page's tables, where the second one has an answer. */
const answeredOn = (page: string): string[] =>
  [...textOf(page).matchAll(/^\| (.+?) \| (.+) \|$/gm)].flatMap(([, names = "", answer = ""]) =>
    answer.trim() === "" ? [] : codeIn(names),
  );
const unanswered = (page: string, names: readonly string[]): string[] => {
  const answered = new Set(answeredOn(page));
  return names.filter((name) => !answered.has(name));
};

describe("a page has a line for", () => {
  const officialConfig = Object.keys(new OfficialClient({ region: "eu-west-1" }).config);
  const calls = OPERATIONS.flatMap((name) => [name, `${name}Async`]);

  test.each<[string, string, readonly string[]]>([
    ["every option of v2", V2, V2_OPTIONS],
    ["every method and property of v2", V2, V2_MEMBERS],
    ["every event of v2", V2, V2_EVENTS],
    ["every operation of v2", V2, OPERATIONS],
    ["every key of v3's configuration", V3, officialConfig],
    [
      "every step of v3's middleware",
      V3,
      ["initialize", "serialize", "build", "finalizeRequest", "deserialize"],
    ],
    ["every option of PHP", PHP, PHP_OPTIONS],
    ["every option within PHP's http", PHP, PHP_HTTP_OPTIONS],
    ["every method of PHP", PHP, PHP_METHODS],
    ["every operation of PHP", PHP, calls],
  ])("%s", (_what, page, names) => {
    expect(names.length).toBeGreaterThan(0);
    expect(unanswered(page, names)).toEqual([]);
  });

  test("every shape of PHP", () => {
    const named = new Set(codeIn(textOf(PHP)));
    expect(PHP_SHAPES.filter((name) => !named.has(name))).toEqual([]);
  });
});

describe("the lists of names are those of the documents", () => {
  const documented = readDocumentedNames();
  if (documented === undefined) test.skip("needs the documents of the older SDKs", () => {});
  else {
    const sorted = (names: readonly string[]): string[] => [...names].sort();
    test.each<[string, readonly string[], readonly string[]]>([
      ["options of v2", documented.v2Options, V2_OPTIONS],
      ["methods and properties of v2", documented.v2Members, V2_MEMBERS],
      ["operations of v2", documented.v2Operations, OPERATIONS],
      ["methods of PHP", documented.phpMethods, PHP_METHODS.slice(0, 2)],
      ["operations of PHP", documented.phpOperations, OPERATIONS.flatMap((name) => [name, `${name}Async`])],
      ["shapes of PHP", documented.phpShapes, PHP_SHAPES],
    ])("%s", (_what, document, list) => {
      expect(sorted(list)).toEqual(sorted(document));
    });
  }
});

test("what the pages name of this package is exported by it", () => {
  const exported = new Set(textOf("generated/src/index.ts").match(/\w+/g));
  const commands = [V2, V3, PHP]
    .flatMap((page) => codeIn(textOf(page)))
    .filter((code) => /^[A-Z]\w+Command(Input|Output)?$/.test(code));
  expect(new Set(commands).size).toBeGreaterThanOrEqual(OPERATIONS.length);
  expect(commands.filter((name) => !exported.has(name))).toEqual([]);
  // A shape of PHP without a row of its own has the same name here.
  const elsewhere = unanswered(PHP, PHP_SHAPES);
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(elsewhere.filter((name) => !exported.has(name))).toEqual([]);
});

test("links lead to headings and files that are there", () => {
  const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```|`[^`\n]*`/g, "");
  const anchors = (page: string): string[] =>
    [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
    );
  const isBroken = (page: string, file: string, anchor: string | undefined): boolean => {
    const target = file === "" ? page : `docs/${file}`;
    return !existsSync(target) || (anchor !== undefined && !anchors(target).includes(anchor));
  };
  const broken = [V2, V3, PHP].flatMap((page) =>
    [...withoutCode(textOf(page)).matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)]
      .filter(([, file = "", anchor]) => isBroken(page, file, anchor))
      .map(([link]) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});
