import { describe, expect, test } from "@jest/globals";
import { findNoticeFaults, type Notice, readNotices } from "../../scripts/lib/notices.js";
import { findUndeclaredImports } from "../../scripts/lib/package-imports.js";

const MIT = "Permission is hereby granted, free of charge, to any person";
const RULE = "=".repeat(80);

describe("notices", () => {
  test("are read as builds write them", () => {
    const file = `${RULE}\n@smithy/core 3.41.0 (Apache-2.0)\n${RULE}\nTERMS AND CONDITIONS\n\n1. Definitions\n\nzod, 4.6.7, MIT\n\n${MIT}\n`;
    expect(readNotices(file)).toEqual([
      {
        name: "@smithy/core",
        version: "3.41.0",
        license: "Apache-2.0",
        text: expect.stringMatching(/^TERMS[^=]*$/),
      },
      { name: "zod", version: "4.6.7", license: "MIT", text: MIT },
    ]);
  });

  const ky: Notice = { name: "ky", version: "1.14.3", license: "MIT", text: MIT };
  const faults = (change: Partial<Notice>) => findNoticeFaults([{ ...ky, ...change }], () => ["1.14.3"]);

  test.each<[Partial<Notice>, readonly unknown[]]>([
    [{}, []],
    [{ name: "left-pad" }, [expect.stringContaining("left-pad is inlined, and not on the list")]],
    [{ license: "GPL-3.0" }, ["ky has the licence GPL-3.0"]],
    [{ text: "" }, ["ky comes without the text of its licence"]],
    [{ version: "1.0.0" }, ["ky is not installed in version 1.0.0"]],
  ])("with %j have faults %j", (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });
});

describe("a built file", () => {
  const manifest = {
    name: "@a/b",
    imports: { "#d": "./d.js" },
    dependencies: { "@a/c": "1" },
    peerDependencies: { zod: "4" },
  };

  test.each<[string, readonly string[]]>([
    ['import { x } from "@a/c/host"; import * as z from "zod/mini"; export { y } from "./z.js";', []],
    ['import "@a/b"; await import("node:http"); const u = require("node:util");', []],
    ['import { d } from "#d"; const e = require("#e");', ["#e"]],
    ['import { core } from "@smithy/core/retry"; core();', ["@smithy/core"]],
    ['const d = require("debug"), e = require("debug/x");', ["debug"]],
    ['const k = await import("ky");', ["ky"]],
    ['import fs from "fs"; import t from "tset";', ["tset"]],
    ['console.log(`import x from "template"`);', []],
  ])("%s imports %j undeclared", async (code, expected) => {
    expect(await findUndeclaredImports(code, manifest)).toEqual(expected);
  });
});
