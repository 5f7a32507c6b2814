import { describe, expect, test } from "@jest/globals";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { Random } from "../../../scripts/lib/random.js";
import { CELLS, isAlone } from "./cells.js";
import { OPERATIONS } from "./operations.js";
import { FORMS, planCalls, TRANSPORTS } from "./plan-calls.js";

describe("a plan", () => {
  const calls = planCalls(7, 2000);
  const all = <Value>(values: Iterable<Value>): Value[] => [...new Set(values)].sort();

  test("is the same for the same seed, and another for another", () => {
    expect(planCalls(7, 50)).toEqual(planCalls(7, 50));
    expect(planCalls(7, 50)).not.toEqual(planCalls(8, 50));
  });

  test("has every fault at every place, every operation, transport and form", () => {
    const faults = new Set(calls.flatMap(({ faults }) => faults));
    expect(CELLS.filter((cell) => !faults.has(cell))).toEqual([]);
    expect(all(calls.map(({ operation }) => operation))).toEqual(
      all(AmplifyBackendOperations.map(({ name }) => name)),
    );
    expect(all(calls.map(({ transport }) => transport))).toEqual(all(TRANSPORTS));
    expect(all(calls.map(({ form }) => form))).toEqual(all(FORMS));
    expect(calls.filter(({ abortAfter }) => abortAfter !== undefined).length).toBeGreaterThan(0);
  });

  test("knows which operations are safe to repeat", () => {
    const safe = all(calls.filter(({ isSafe }) => isSafe).map(({ operation }) => operation));
    expect(safe).toContain("GetBackend");
    expect(safe.filter((operation) => /^(?:Clone|Create|Import|Remove|Update)/.test(operation))).toEqual([]);
  });

  test("gives a call with connections of its own no second fault, which would not be its own", () => {
    const mixed = calls.filter(
      ({ faults }) => faults.length > 1 && faults.some((cell) => cell && isAlone(cell)),
    );
    expect(mixed).toEqual([]);
  });
});

test("there is no place twice in the table of faults", () => {
  const places = CELLS.map(({ fault, position }) => `${fault} ${position}`);
  expect([...new Set(places)]).toEqual(places);
});

test("every operation has what it is called with", () => {
  expect(Object.keys(OPERATIONS).sort()).toEqual(AmplifyBackendOperations.map(({ name }) => name).sort());
});

test("random numbers are decided by all seeds, and spread", () => {
  const take = (...seeds: number[]): number[] => {
    const random = new Random(...seeds);
    return Array.from({ length: 1000 }, () => random.between(1, 10));
  };
  expect(take(1, 2)).toEqual(take(1, 2));
  expect(take(1, 2)).not.toEqual(take(2, 1));
  expect([...new Set(take(1))].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
