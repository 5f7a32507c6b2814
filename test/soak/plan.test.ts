import { describe, expect, test } from "@jest/globals";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { type AppPlan, planApp, type Step } from "../../scripts/soak/plan/plan-app.js";

const plans = Array.from({ length: 400 }, (_, index) => planApp(7, index));
const operationsOf = ({ task, second }: Step): readonly string[] =>
  second === undefined ? [task.operation] : [task.operation, second.task.operation];
const allOf = (each: readonly AppPlan[]): string[] =>
  each.flatMap(({ steps }) => steps.flatMap(operationsOf));

describe("the plan of a run", () => {
  test("is the same for the same seed, and another for another", () => {
    const plain = (seed: number): string =>
      JSON.stringify(Array.from({ length: 20 }, (_, at) => planApp(seed, at)));
    expect(plain(3)).toBe(plain(3));
    expect(plain(3)).not.toBe(plain(4));
  });

  test("has every operation that starts a job, from five apps on", () => {
    const starters = AmplifyBackendOperations.filter(({ startsJob }) => startsJob !== undefined);
    const names = starters.map(({ name }) => name).sort();
    expect([...new Set(allOf(plans.slice(0, 5)))].sort()).toEqual(names);
  });

  test("begins each app with its creation, ends it with its removal, and does no job twice", () => {
    for (const plan of plans) {
      const operations = allOf([plan]);
      expect(operations[0]).toBe("CreateBackend");
      expect(operations.at(-1)).toBe("RemoveAllBackends");
      expect(new Set(operations).size).toBe(operations.length);
    }
  });

  test("sends commands of the operations that it names", () => {
    const tasks = plans[0]?.steps.map(({ task }) => task) ?? [];
    expect(tasks.map(({ command }) => command("d1").operation.name)).toEqual(
      tasks.map(({ operation }) => operation),
    );
  });

  test("has every mode and every fault", () => {
    const steps = plans.flatMap(({ steps }) => steps);
    expect([...new Set(steps.map(({ mode }) => mode))].sort()).toEqual(["newProcess", "plain", "resumed"]);
    const faults = steps.flatMap(({ fault }) => (fault === undefined ? [] : [fault.kind]));
    expect([...new Set(faults)].sort()).toEqual([
      "droppedConnection",
      "error",
      "htmlPage",
      "jobFailure",
      "pendingJob",
      "stuckJob",
      "throttling",
    ]);
    const conflicts = steps.flatMap(({ second }) => (second === undefined ? [] : [second.onConflict]));
    expect([...new Set(conflicts)].sort()).toEqual(["fail", "wait"]);
  });

  test("kills a process for every hundredth app", () => {
    expect(plans.filter(({ steps }) => steps[0]?.mode === "newProcess")).toHaveLength(4);
  });
});
