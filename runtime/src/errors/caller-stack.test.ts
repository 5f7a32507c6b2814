import { afterEach, expect, test } from "@jest/globals";
import { AbortError } from "./abort-error.js";
import { captureCaller, completeStack } from "./caller-stack.js";

const { captureStackTrace, prepareStackTrace } = Error;
afterEach(() => {
  Object.assign(Error, { captureStackTrace, prepareStackTrace });
});

function errorWith(stack: unknown): AbortError {
  return Object.assign(new AbortError(), { stack });
}

test("frames that are missing come last; those that are there in another form are not doubled", () => {
  const error = errorWith("Error: no\n    at inner (a.js:1:2)\n    at async outer (b.js:3:4)");
  const stack = "Error\n    at outer (b.js:3:20)\n    at outer (b.js:9:4)\n    at file:///c.js:5:6";
  completeStack(error, { stack });
  expect(error.stack).toBe(
    "AbortError: no\n    at inner (a.js:1:2)\n    at async outer (b.js:3:4)\n    at outer (b.js:9:4)\n    at file:///c.js:5:6",
  );
});

test("what was called, and what it called, is left out", () => {
  const entry = (): unknown => captureCaller(entry).stack;
  expect(String(entry())).not.toContain("at entry");
  expect(String(entry())).toContain("caller-stack.test.ts");
});

test.each([
  ["a platform that cannot tell", {}],
  ["stacks that are no text", { stack: [{}] }],
  ["stacks of another form", { stack: "outer@b.js:3:20\n@c.js:5:6" }],
])("%s adds nothing", (_what, caller) => {
  const error = errorWith("Error: no\n    at inner (a.js:1:2)");
  completeStack(error, caller);
  expect(error.stack).toBe("AbortError: no\n    at inner (a.js:1:2)");
});

test("nothing is captured where there is nothing to capture with", () => {
  Object.assign(Error, { captureStackTrace: undefined });
  expect(captureCaller(() => {})).toEqual({});
});

test("a formatter of the user's own that fails harms nobody", () => {
  Error.prepareStackTrace = () => {
    throw new Error("broken");
  };
  const error = errorWith("Error: no");
  completeStack(
    error,
    captureCaller(() => {}),
  );
  expect(error.stack).toBe("AbortError: no");
});

test("a stack that is no text stays what it is", () => {
  const error = errorWith(undefined);
  completeStack(error, { stack: "Error\n    at outer (b.js:3:20)" });
  expect(error.stack).toBeUndefined();
});
