import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Listener } from "@tinsmith/runtime/host";
import { prepareWorld } from "../../examples/prepare-world.js";
import { readExamples } from "../../examples/read-examples.js";
import { requireBuild } from "../../support/require-build.js";
import { officialClient } from "../support/official-client.js";
import { forThisClient } from "./support/corpus.js";
import { programOf, readOfficialExamples } from "./support/official-examples.js";
import { Project } from "./support/project.js";
import { runPrograms } from "./support/run-programs.js";

const ownExamples = readExamples();
const examples = readOfficialExamples();

const ownExampleOf = (operation: string) => {
  const own = ownExamples.find((example) => example.operation === operation);
  if (own === undefined) throw new Error(`${operation} has no example of ours.`);
  return own;
};

const programs = examples.map((example) => programOf(example, ownExampleOf(example.operation)));

test("every command of the official client has an example", () => {
  expect(examples.map(({ operation }) => operation)).toEqual(ownExamples.map(({ operation }) => operation));
  expect(examples).toHaveLength(31);
});

describe("examples of the official client", () => {
  const projects: Project[] = [];
  const listeners: Listener[] = [];
  const complaints: string[] = [];
  const printed: (readonly string[][])[] = [];

  const printedBy = async (project: Project): Promise<readonly string[][]> => {
    const placements = examples.map(async ({ operation }) => {
      const world = await prepareWorld(ownExampleOf(operation), ownExamples);
      const listener = await world.local.listen();
      listeners.push(listener);
      return { path: project.builtPath("esm", `${operation}.ts`), endpoint: listener.endpoint };
    });
    return runPrograms(await Promise.all(placements));
  };

  beforeAll(async () => {
    requireBuild();
    for (const each of [programs, forThisClient(programs)]) {
      const project = new Project(each);
      projects.push(project);
      complaints.push(
        await project.build({
          version: "6.0",
          modules: "nodenext",
          exactOptionalPropertyTypes: true,
          skipLibCheck: true,
        }),
      );
      printed.push(await printedBy(project));
    }
  }, 120_000);

  afterAll(async () => {
    await Promise.all(listeners.map((listener) => listener.close()));
    for (const project of projects) project.destroy();
    console.log(
      `Examples: ${examples.length} of ${officialClient.name}, compiled and run with both clients.`,
    );
  });

  test("compile with both clients", () => {
    expect(complaints).toEqual(["", ""]);
  });

  test.each(examples.map(({ operation }, index) => [operation, index] as const))(
    "%s gives the same",
    (_operation, index) => {
      const [official, ours] = printed.map((lines) => lines[index]);
      expect(official).toEqual([expect.stringMatching(/^200 \{/)]);
      expect(resultIn(ours)).toEqual(resultIn(official));
    },
  );
});

/** The order of members is a difference of its own. */
function resultIn(lines: readonly string[] = []): unknown {
  const [status = "", result = ""] = lines.join("\n").split(/ (.*)/s);
  return status === "200" ? JSON.parse(result) : lines;
}
