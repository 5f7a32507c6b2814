import { expect, test } from "@jest/globals";
import { asForeignError, errorChain } from "./error-chain.js";

test("goes from the outermost error to what caused it, by the first of several", () => {
  const refused = { code: "ECONNREFUSED" };
  const several = { errors: [refused, { code: "ETIMEDOUT" }] };
  const outermost = new TypeError("fetch failed", { cause: several });
  expect(errorChain(outermost)).toEqual([outermost, several, refused]);
});

test("ends at what is no object", () => {
  expect(errorChain({ cause: "a text" })).toEqual([{ cause: "a text" }]);
  expect(errorChain({ errors: [] })).toHaveLength(1);
  for (const thrown of [undefined, null, "a text"]) expect(errorChain(thrown)).toEqual([]);
});

test("ends where an error is its own cause", () => {
  const circular: { cause?: unknown } = {};
  circular.cause = circular;
  expect(errorChain(circular)).toHaveLength(11);
});

test.each([undefined, null, "a text"])("%p may lack everything", (thrown) => {
  expect(asForeignError(thrown)).toEqual({});
});
