import { expect, jest, test } from "@jest/globals";
import { abortable, sleep } from "./abortable.js";
import { linkSignal } from "./linked-signal.js";
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

test("a linked signal keeps the reason of the other", () => {
  const linked = linkSignal(AbortSignal.abort("enough"), 1000);
  expect([linked.signal.aborted, linked.signal.reason, linked.timedOut()]).toEqual([true, "enough", false]);
  linked.release();
});
