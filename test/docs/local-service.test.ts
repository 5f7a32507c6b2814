import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { createLocalAmplifyBackend, type StagedFault } from "@tinsmith/amplifybackend/local";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { runCommand, startService } from "../local/support/command-process.js";
import { requireBuild } from "../support/require-build.js";
import { readCodeBlocks } from "./code-blocks.js";

const PAGE = "docs/local-service.md";
const page = readFileSync(PAGE, "utf8");
const shells = readCodeBlocks(PAGE).filter(({ language }) => language === "sh");

/** The cells of the tables below a heading, the heads and lines aside. */
const rowsBelow = (heading: string): readonly (readonly string[])[] => {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  const [own = ""] = section.split("\n## ");
  return [...own.matchAll(/^\| (?!---)(.*) \|$/gm)].map(([, row = ""]) => row.split(" | "));
};

/** All that stands in backquotes in the first column below a heading. */
const firstColumn = (heading: string): readonly string[] =>
  rowsBelow(heading).flatMap(([cell = ""]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word));

beforeAll(requireBuild);

describe("docs/local-service.md", () => {
  test("names the options that the command has, and no other", async () => {
    const { stdout } = await runCommand(["local", "--help"]);
    const known = [...stdout.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, flag = ""]) => flag);
    expect([...firstColumn("As a command")].sort()).toEqual(known.sort());
  });

  test("names the kinds of faults that there are, and their members", () => {
    const local = createLocalAmplifyBackend();
    const complaint = (fault: object): string => {
      try {
        local.stage(fault as StagedFault);
        return "";
      } catch (error) {
        return String(error);
      }
    };
    const [, kinds = ""] = /one of (.*); it is/.exec(complaint({})) ?? [];
    expect([...firstColumn("What can go wrong")].sort()).toEqual(["kind", ...kinds.split(", ")].sort());
    for (const [kind = "", , members = ""] of rowsBelow("What can go wrong").slice(1)) {
      const [, known = ""] = /it has (.*)$/.exec(complaint({ kind: kind.replaceAll("`", ""), no: 1 })) ?? [];
      const told = [...members.matchAll(/`(\w+)\??`(?! \))/g)].map(([, name = ""]) => name);
      const own = known.split(", ").filter((name) => !["kind", "operation", "times"].includes(name));
      expect(told).toEqual(expect.arrayContaining(own));
    }
  });

  test("says of every operation what it does, once", () => {
    const told = rowsBelow("What each operation does")
      .slice(1)
      .flatMap(([cell = ""]) => cell.split(", "));
    expect([...told].sort()).toEqual(AmplifyBackendOperations.map(({ name }) => name).sort());
  });

  test("has commands that work as they stand, but for the port", async () => {
    expect(shells.map(({ code }) => code.trim().split(" ")[0])).toEqual(["npx", "curl"]);
    const [start = [], control = []] = shells.map(({ code }) => code.trim().split(" "));
    expect(start.slice(0, 3)).toEqual(["npx", "amplifybackend", "local"]);
    const service = await startService();
    try {
      const path = new URL(control.at(-1) ?? "").pathname;
      const [, body = ""] = /-d '(.*)'/.exec(control.join(" ")) ?? [];
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${service.url}${path}`, { method: "POST", headers, body });
      expect(await answer.json()).toEqual({ staged: [{ kind: "stuckJob", times: 1 }] });
      for (const [request = ""] of rowsBelow("Control requests").slice(1)) {
        const [method = ""] = /[A-Z]+/.exec(request) ?? [];
        const [route = ""] = /\/_local\/\w+/.exec(request) ?? [];
        if (method !== "POST") expect((await fetch(`${service.url}${route}`, { method })).status).toBe(200);
      }
    } finally {
      await service.end();
    }
  });

  test("tells the port and the keys that are so", async () => {
    const { stdout } = await runCommand(["local", "--help"]);
    const [, port] = /\(default: (\d+)\)/.exec(stdout) ?? [];
    expect(page).toContain(`http://127.0.0.1:${port}`);
    const { accessKeyId, secretAccessKey } = createLocalAmplifyBackend().credentials;
    expect(page).toContain(`\`${accessKeyId}\` and \`${secretAccessKey}\``);
  });
});
