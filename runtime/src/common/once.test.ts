import { expect, jest, test } from "@jest/globals";
import { once } from "./once.js";

test("a function is called when its result is first asked for, and never again", () => {
  const make = jest.fn(() => ({}));
  const value = once(make);
  expect(make).not.toHaveBeenCalled();
  expect(value()).toBe(value());
  expect(make).toHaveBeenCalledTimes(1);
});

test("a function that fails is called again", () => {
  const make = jest
    .fn(() => ({}))
    .mockImplementationOnce(() => {
      throw new RangeError("later");
    });
  const value = once(make);
  expect(value).toThrow("later");
  expect(value()).toBe(value());
});
