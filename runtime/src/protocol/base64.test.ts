import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromBase64, toBase64 } from "./base64.js";

test("bytes are written as Node writes them, and read back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64"));
      expect([...fromBase64(text)]).toEqual([...bytes]);
    }),
  );
});

test("text is written as its UTF-8", () => {
  expect(toBase64("täxt 💥")).toBe(Buffer.from("täxt 💥").toString("base64"));
});

test("as many bytes as no function takes arguments are no trap", () => {
  const bytes = new Uint8Array(1_000_000).fill(7);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
});

test("what is no base64 is refused", () => {
  expect(() => fromBase64("a*b")).toThrow();
});
