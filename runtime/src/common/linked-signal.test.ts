import { expect, jest, test } from "@jest/globals";
import { LinkedSignal } from "./linked-signal.js";

const unlimited = (parent?: LinkedSignal) => new LinkedSignal(parent, 0, () => new Error("No time is up."));

test("a listener is called once, however often it was added", () => {
  const signal = unlimited();
  const listener = jest.fn();
  signal.addEventListener("abort", listener);
  signal.addEventListener("abort", listener);
  signal.end(new Error("first"));
  signal.end(new Error("second"));
  expect(listener).toHaveBeenCalledTimes(1);
  expect(signal.reason).toEqual(new Error("first"));
});

test("a listener that another one removes is not called, and none is passed over", () => {
  const signal = unlimited();
  const removed = jest.fn();
  const remover = jest.fn(() => {
    signal.removeEventListener("abort", remover);
    signal.removeEventListener("abort", removed);
  });
  const last = jest.fn();
  for (const listener of [remover, removed, last]) signal.addEventListener("abort", listener);
  signal.end(new Error("ended"));
  expect([remover, removed, last].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 1]);
});

test("a signal ends with the reason of the one that it follows, unless it was released", () => {
  const parent = unlimited();
  const [child, released] = [unlimited(parent), unlimited(parent)];
  released.release();
  const reason = new Error("ended");
  parent.end(reason);
  expect([child.reason, released.reason, unlimited(parent).reason]).toEqual([reason, undefined, reason]);
});
