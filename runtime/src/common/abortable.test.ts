import { expect, jest, test } from "@jest/globals";
import { abortable, sleep } from "./abortable.js";
import { LinkedSignal } from "./linked-signal.js";
import { startTimer } from "./timer.js";

test("a sleep that is aborted ends at once, and its timer with it", async () => {
  const cleared = jest.spyOn(globalThis, "clearTimeout");
  const controller = new AbortController();
  const sleeping = sleep(60_000, controller.signal);
  controller.abort("enough");
  await expect(sleeping).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  expect(cleared).toHaveBeenCalled();
  cleared.mockRestore();
});

test("a promise that fails after the signal has ended harms nobody", async () => {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), 10));
  await expect(abortable(late, AbortSignal.abort("enough"))).rejects.toMatchObject({ cause: "enough" });
  await new Promise((resolve) => setTimeout(resolve, 20));
});

test("without a signal a promise is what it is", async () => {
  await expect(abortable(Promise.resolve(1), undefined)).resolves.toBe(1);
});

test("a time that timers cannot count is none", () => {
  const callback = jest.fn();
  expect(startTimer(2 ** 31, callback)).toBeUndefined();
  expect(startTimer(Number.POSITIVE_INFINITY, callback)).toBeUndefined();
});

test("a linked signal has the error that it ends with for a reason, and keeps it", () => {
  const linked = new LinkedSignal(AbortSignal.abort("enough"), 1000, () => new Error("too late"));
  expect(linked).toMatchObject({ aborted: true, reason: { name: "AbortError", cause: "enough" } });
  const follower = new LinkedSignal(linked, 1000, () => new Error("too late"));
  expect(follower.reason).toBe(linked.reason);
  for (const signal of [linked, follower]) signal.release();
});

test("a linked signal ends once, by what comes first", async () => {
  const controller = new AbortController();
  const listener = jest.fn();
  const linked = new LinkedSignal(controller.signal, 5, () => new Error("too late"));
  linked.addEventListener("abort", listener);
  await expect(sleep(60_000, linked)).rejects.toThrow("too late");
  controller.abort("enough");
  expect(linked.reason).toMatchObject({ message: "too late" });
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a signal that has ended is not listened to, one that is let go of neither", () => {
  const controller = new AbortController();
  const added = jest.spyOn(controller.signal, "addEventListener");
  const removed = jest.spyOn(controller.signal, "removeEventListener");
  const make = () => new LinkedSignal(controller.signal, 0, () => new Error("too late"));
  const all = Array.from({ length: 200 }, make);
  for (const each of all) each.release();
  for (const each of all) each.release();
  expect([added.mock.calls.length, removed.mock.calls.length >= 1]).toEqual([1, true]);
  const again = make();
  controller.abort("enough");
  expect(again.reason).toMatchObject({ cause: "enough" });
  expect(all.map(({ aborted }) => aborted)).not.toContain(true);
  make();
  expect(added).toHaveBeenCalledTimes(2);
});
