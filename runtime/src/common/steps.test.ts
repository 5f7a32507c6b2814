import { describe, expect, jest, test } from "@jest/globals";
import { memoize } from "../config/provider.js";
import { AbortError } from "../errors/abort-error.js";
import { ask, type Steps, settle, takeSteps } from "./steps.js";

function* sum(...values: (number | PromiseLike<number>)[]): Steps<number> {
  let total = 0;
  for (const value of values) total += yield* settle(value);
  return total;
}

describe("steps", () => {
  test("are taken at once where nothing has to be waited for", () => {
    expect(takeSteps(sum(1, 2), undefined)).toBe(3);
  });

  test("wait for what is still to come", async () => {
    const result = takeSteps(sum(1, Promise.resolve(2), 3, Promise.resolve(4)), undefined);
    expect(result).toBeInstanceOf(Promise);
    expect(await result).toBe(10);
  });

  test("can catch what they wait for, and fail", async () => {
    function* careful(): Steps<number> {
      try {
        return yield* sum(Promise.reject(new Error("first")));
      } catch {
        return yield* sum(Promise.reject(new Error("second")));
      }
    }
    await expect(takeSteps(careful(), undefined)).rejects.toThrow("second");
  });

  test("fail at once where nothing had to be waited for", () => {
    function* failing(): Steps<never> {
      yield* settle(1);
      throw new Error("no");
    }
    expect(() => takeSteps(failing(), undefined)).toThrow("no");
  });

  test("end with their signal, and none is taken after it", async () => {
    const controller = new AbortController();
    const further = jest.fn();
    let answer: (value: number) => void = () => {};
    const waiting = new Promise<number>((resolve) => {
      answer = resolve;
    });
    function* long(): Steps<void> {
      yield* settle(waiting);
      further();
    }
    const result = takeSteps(long(), controller.signal);
    controller.abort();
    await expect(result).rejects.toBeInstanceOf(AbortError);
    answer(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(further).not.toHaveBeenCalled();
  });

  test("ask a provider until its answer is known, and again where it has failed", async () => {
    const provider = jest.fn(async () => 7);
    provider.mockRejectedValueOnce(new Error("not yet"));
    const asked = memoize(provider);
    await expect(takeSteps(ask(asked), undefined)).rejects.toThrow("not yet");
    expect(await takeSteps(ask(asked), undefined)).toBe(7);
    expect(takeSteps(ask(asked), undefined)).toBe(7);
    expect(provider).toHaveBeenCalledTimes(2);
  });
});
