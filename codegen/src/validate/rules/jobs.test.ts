import { describe, expect, test } from "@jest/globals";
import { foundInService } from "../../testing/model-text.js";
import { jobs } from "./jobs.js";

/** A service with a job that is started, looked at and listed; `changes` replace parts of its text. */
function found(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  let text = `
  Things: { type: service, operations: [Start, GetJob, ListJobs, Ping] }
  Start: { type: operation, output: Job, traits: { tinsmith#startsJob: { followedBy: GetJob } } }
  GetJob:
    type: operation
    input: Which
    output: Job
    traits:
      tinsmith#job:
        name: Job
        id: Id
        status: Status
        operation: By
        error: Why
        completed: [DONE]
        failed: [BROKEN]
        list: ListJobs
        conflict: 'busy with (?<Id>\\w+)'
  ListJobs:
    type: operation
    input: ListInput
    output: ListOutput
    traits: { paginated: { inputToken: Next, outputToken: Next, items: Jobs } }
  Ping: { type: operation }
  Which: { type: structure, members: { Id: { target: String, traits: { required: {} } }, More: String } }
  Job: { type: structure, members: { Id: String, Status: String, By: String, Why: String } }
  ListInput: { type: structure, members: { Next: String } }
  ListOutput: { type: structure, members: { Next: String, Jobs: Jobs } }
  Jobs: { type: list, member: Job }
  Flag: { type: boolean }
  Secret: { type: string, traits: { sensitive: {} } }`;
  for (const [from, to] of changes) text = text.replace(from, () => to);
  return foundInService(jobs, text).map((line) => line.replace(/^\S+ com\.example#GetJob /, ""));
}

describe("what an operation says of jobs", () => {
  test("is fine where all members are there", () => {
    expect(found()).toEqual([]);
  });

  test.each<[string, readonly [string, string], string]>([
    [
      "an id that the input lacks",
      ["id: Id", "id: Idd"],
      'job: "id" names Idd, which the input does not require → Did you mean "Id"?',
    ],
    [
      "an id that is not required",
      ["id: Id", "id: More"],
      'job: "id" names More, which the input does not require',
    ],
    [
      "an identifier that is no text",
      ["target: String", "target: Flag"],
      "job: Id is not a text, so that no answer can name a job by it",
    ],
    [
      "an identifier that is secret",
      ["target: String", "target: Secret"],
      "job: Id is sensitive, but names of jobs are shown and kept",
    ],
    [
      "a status that the output lacks",
      ["status: Status", "status: State"],
      'job: "status" names State, but the output has no "State"',
    ],
    [
      "an error that the output lacks",
      ["error: Why", "error: Whi"],
      'job: "error" names Whi, but the output has no "Whi" → Did you mean "Why"?',
    ],
    [
      "an unknown list",
      ["list: ListJobs", "list: ListJob"],
      'job: com.example#Things has no operation ListJob → Did you mean "ListJobs"?',
    ],
    [
      "a list without pages",
      ["list: ListJobs", "list: Ping"],
      'job: Ping is not paginated, or its trait paginated has no "items"',
    ],
    ["a group of another name", ["?<Id>", "?<Ido>"], "job: the input requires no Ido, as a group is called"],
    [
      "a start without an answer",
      ["Start: { type: operation, output: Job,", "Start: { type: operation,"],
      'job: Start starts such a job, but its output has no "Id"',
    ],
  ])("is told of %s", (_what, change, message) => {
    const lines = found(change);
    expect(lines[0]).toMatch(message);
  });
});
