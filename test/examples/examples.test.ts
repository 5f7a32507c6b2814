import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import type { Listener } from "@tinsmith/runtime/host";
import { requireBuild } from "../support/require-build.js";
import { ExamplePrograms, type Outcome } from "./example-programs.js";
import { prepareWorld } from "./prepare-world.js";
import { readExamples } from "./read-examples.js";
import { expectShown } from "./shown-result.js";

const examples = readExamples();

/** Nothing of the machine's own set-up, and the credentials that a local service takes. */
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: "LOCALACCESSKEY",
  AWS_SECRET_ACCESS_KEY: "local-secret-access-key",
  AWS_REGION: "eu-central-1",
};

test("every command has an example", () => {
  const operations = AmplifyBackendOperations.map(({ name }) => name).sort();
  expect(operations).toHaveLength(31);
  expect(examples.map(({ operation }) => operation).sort()).toEqual(operations);
});

describe("examples of commands", () => {
  const listeners: Listener[] = [];
  const outcomes = new Map<string, Outcome>();
  let programs: ExamplePrograms | undefined;
  let complaints: string;

  beforeAll(async () => {
    requireBuild();
    programs = new ExamplePrograms(examples);
    complaints = await programs.compile(examples);
    const placements = await Promise.all(
      examples.map(async (example) => {
        const listener = await (await prepareWorld(example, examples)).local.listen();
        listeners.push(listener);
        return { example, endpoint: listener.endpoint };
      }),
    );
    const results = await programs.run(placements, ENVIRONMENT);
    for (const [index, outcome] of results.entries()) outcomes.set(examples[index]?.operation ?? "", outcome);
  }, 60_000);

  afterAll(async () => {
    await Promise.all(listeners.map((listener) => listener.close()));
    programs?.destroy();
  });

  test("compile at the strictest", () => {
    expect(complaints).toBe("");
  });

  test.each(examples.map((example) => [example.operation, example] as const))(
    "%s gives what it says",
    (operation, { result }) => {
      const outcome = outcomes.get(operation);
      expect(outcome?.error).toBeUndefined();
      expectShown(outcome?.result, result);
    },
  );
});
