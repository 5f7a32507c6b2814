import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import { hide } from "./printing.js";

const hidden = (): { open: number; secret: string } => {
  const target = { open: 1, secret: "" };
  hide(target, "secret", "canary");
  return target;
};

test("what is hidden is read and set as ever", () => {
  const target = hidden();
  expect(target.secret).toBe("canary");
  target.secret = "other";
  expect([target.secret, hidden().secret]).toEqual(["other", "canary"]);
});

test.each<[string, (target: object) => string]>([
  ["printed", (target) => inspect(target)],
  ["printed with all that is hidden", (target) => inspect(target, { showHidden: true })],
  ["turned into JSON", (target) => JSON.stringify(target)],
  ["spread", (target) => inspect({ ...target })],
  ["cloned", (target) => inspect(structuredClone(target))],
])("what is hidden does not show where its object is %s", (_how, show) => {
  expect(show(hidden())).toMatch(/open/);
  expect(show(hidden())).not.toContain("canary");
});
