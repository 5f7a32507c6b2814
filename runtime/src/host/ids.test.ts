import { expect, test } from "@jest/globals";
import { RandomIds, SeededIds } from "./ids.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;

const draw = (ids: SeededIds, kind: string, count: number): string[] =>
  Array.from({ length: count }, () => ids.next(kind));

test("random ids are UUIDs and differ", () => {
  const ids = new RandomIds();
  expect(ids.next("a")).not.toBe(ids.next("a"));
});

test("seeded ids are UUIDs and do not repeat", () => {
  const drawn = draw(new SeededIds(1), "job", 10_000);
  expect(new Set(drawn).size).toBe(10_000);
  expect(drawn.filter((id) => !UUID.test(id))).toEqual([]);
});

test("the same seed gives the same ids, another seed others", () => {
  expect(draw(new SeededIds(1), "job", 3)).toEqual(draw(new SeededIds("1"), "job", 3));
  expect(draw(new SeededIds(1), "job", 3)).not.toEqual(draw(new SeededIds(2), "job", 3));
});

test("one kind's ids do not hang on how many of another were drawn", () => {
  const ids = new SeededIds();
  draw(ids, "request", 7);
  expect(draw(ids, "job", 2)).toEqual(draw(new SeededIds(), "job", 2));
});
