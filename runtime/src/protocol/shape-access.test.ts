import { afterEach, describe, expect, test } from "@jest/globals";
import { setKey } from "./shape-access.js";

const inherited: Record<string, PropertyDescriptor> = {
  "that cannot be written, as where `Object.prototype` is frozen": { value: 1, writable: false },
  "with a setter": { get: () => 1, set: () => {} },
};

afterEach(() => void Reflect.deleteProperty(Object.prototype, "Tag"));

describe("a key that comes from outside is set, whatever objects inherit", () => {
  test.each(["Name", "constructor", "toString", "__proto__"])("%s", (key) => {
    const container = {};
    setKey(container, key, "a");
    setKey(container, key, "b");
    expect(Object.entries(container)).toEqual([[key, "b"]]);
    expect(Object.getPrototypeOf(container)).toBe(Object.prototype);
  });

  test.each(Object.entries(inherited))("a property %s", (_kind, property) => {
    Object.defineProperty(Object.prototype, "Tag", { ...property, configurable: true });
    const container = {};
    setKey(container, "Tag", "a");
    expect(Object.entries(container)).toEqual([["Tag", "a"]]);
  });
});
