import { posix } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isManagedPath } from "./managed-path.js";
import { formatManifest, parseManifest } from "./manifest.js";

describe("isManagedPath", () => {
  test.each([
    "",
    "/a",
    "../a",
    "a/../../b",
    "a/..",
    ".",
    "a//b",
    "a/",
    "a\\..\\b",
    "C:/a",
    "a\0b",
    ".git/config",
    "a/.GIT/x",
    "node_modules/x/y.js",
  ])("%j is not ours", (path) => {
    expect(isManagedPath(path)).toBe(false);
  });

  test.each(["a", "a/b.ts", ".hidden", "a/..b", "a b", ".gitignore"])("%j is ours", (path) => {
    expect(isManagedPath(path)).toBe(true);
  });

  test("what is ours stays below the folder", () => {
    const step = fc.constantFrom("..", ".", "", "a", "b.ts", "...");
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const path = steps.join("/");
        if (isManagedPath(path)) expect(posix.join("/out", path).startsWith("/out/")).toBe(true);
      }),
    );
  });
});

describe("manifest", () => {
  test("is the same whatever the order, and is read back", () => {
    const text = formatManifest({ service: "a#B", files: ["b.ts", "a.ts", "B.ts"] });
    expect(text).toBe(formatManifest({ service: "a#B", files: ["a.ts", "B.ts", "b.ts"] }));
    expect(text).toBe(
      '{\n  "format": 1,\n  "service": "a#B",\n  "files": [\n    "B.ts",\n    "a.ts",\n    "b.ts"\n  ]\n}\n',
    );
    expect(parseManifest(text)).toEqual({ service: "a#B", files: ["B.ts", "a.ts", "b.ts"] });
  });

  test.each([
    "",
    "{}",
    "[]",
    '{ "format": 0, "service": "a#B", "files": [] }',
    '{ "format": "2", "service": "a#B", "files": [] }',
    '{ "format": 1, "service": "a#B", "files": [".tinsmith-manifest.json"] }',
    '{ "format": 1, "service": "a#B", "files": [".git/config"] }',
    '{ "format": 1, "service": "a#B", "files": ["../x"] }',
    '{ "format": 1, "service": "a#B", "files": ["/etc/passwd"] }',
    '{ "format": 1, "service": "a#B", "files": [1] }',
  ])("%s is none", (text) => {
    expect(parseManifest(text)).toEqual({
      problem: "the manifest cannot be read, or lists files outside of its folder",
    });
  });

  test("one of a newer format is told as what it is", () => {
    expect(parseManifest('{ "format": 2, "what": "ever" }')).toEqual({
      problem: "the manifest was written by a newer tinsmith",
    });
  });
});
