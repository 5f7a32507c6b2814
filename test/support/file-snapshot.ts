import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "@jest/globals";

/** Whether files are written instead of compared. */
export const isUpdate = process.env["UPDATE_GOLDENS"] === "1" && process.env["CI"] === undefined;

/**
 * Holds a text to the file that a person has read and committed. With `UPDATE_GOLDENS=1`, never in CI,
 * the file is written instead.
 */
export const expectFile = (path: string, contents: string): void => {
  if (isUpdate) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  if (!existsSync(path)) throw new Error(`${path} is missing. Write it with: npm run test:update`);
  expect(contents).toBe(readFileSync(path, "utf8"));
};
