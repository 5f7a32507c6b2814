import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

/** Writes more than a pipe holds through the terminal, and tells how it ended. */
const SCRIPT = `
  const { processTerminal } = await import(process.argv[1]);
  const { out } = processTerminal();
  for (let count = 0; count < 2_000; count += 1) out("x".repeat(1_000) + "\\n");
  process.stderr.write("went on");
`;

test("a reader that is gone, as in a pipe to head, is no failure", () => {
  const path = join(process.cwd(), "codegen", "src", "cli", "terminal.ts");
  const node = `'${process.execPath}' --import tsx --input-type=module --eval '${SCRIPT}' '${path}'`;
  const { stderr } = spawnSync("sh", ["-c", `${node} | head -1`], { encoding: "utf8" });
  expect(stderr).toBe("went on");
});
