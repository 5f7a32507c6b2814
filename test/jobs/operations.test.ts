import { expect, test } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { type Call, runStory } from "../local/support/story.js";
import { createJobWorld } from "./support/job-world.js";

const commands = ours as unknown as Readonly<Record<string, new (input: object) => ours.BackendJobStarter>>;
const starters = AmplifyBackendOperations.filter(({ startsJob }) => startsJob !== undefined);

test("each of the 17 operations that start a job is followed to its end, and not asked for after it", async () => {
  await using world = await createJobWorld();
  const { client, local } = world;
  const followed: string[] = [];
  const asked: unknown[] = [];
  const call: Call = async (operation, input) => {
    const Command = commands[`${operation}Command`];
    if (Command === undefined) throw new Error(`There is no ${operation}Command`);
    const command = new Command(input);
    // The story leaves one job to end otherwise.
    const isLost = (input as { TargetEnvironmentName?: string }).TargetEnvironmentName === "lost";
    if (isLost || !starters.some(({ name }) => name === operation)) {
      return { ...(await client.send(command as ours.GetBackendJobCommand)) };
    }
    const identifiers = operation === "RemoveAllBackends" ? { BackendEnvironmentName: "dev" } : {};
    const job = await ours.BackendJobPoller.start(client, command, { identifiers });
    followed.push(operation);
    asked.push(job.JobId, job.Operation, job.Status);
    return { ...job };
  };
  await runStory(call, () => world.clock.advance(1000));
  expect([...new Set(followed)].sort()).toEqual(starters.map(({ name }) => name).sort());
  expect(new Set(followed).size).toBe(17);
  expect(asked.filter((each, index) => index % 3 === 2 && each !== "COMPLETED")).toEqual([]);
  expect(local.journal.entries.filter(({ status }) => status !== 200)).toEqual([]);
});

test("200 jobs at once are each followed to their own end", async () => {
  const local = createLocalAmplifyBackend({ jobDelays: { pending: 20, running: 100 } });
  const listener = await local.listen();
  const client = new ours.AmplifyBackendClient(local.clientConfig(listener));
  for (let index = 0; index < 20; index++) local.stage({ kind: "jobFailure", error: `text ${index}` });
  const pollers = Array.from({ length: 200 }, (_, index) =>
    ours.BackendJobPoller.start(
      client,
      new ours.CreateBackendCommand({ AppId: `app${index}`, AppName: "a", BackendEnvironmentName: "dev" }),
      { minDelay: 0.05, maxDelay: 0.5 },
    ),
  );
  const ends = await Promise.allSettled(pollers);
  const failed = ends.flatMap((end) =>
    end.status === "rejected" ? [end.reason as ours.JobFailedError] : [],
  );
  expect(failed.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, () => "JobFailedError"));
  expect(new Set(failed.map(({ text }) => text)).size).toBe(20);
  const jobs = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  expect(
    jobs.every(({ AppId, JobId }, index) => AppId !== undefined && JobId !== jobs[index + 1]?.JobId),
  ).toBe(true);
  expect(new Set(jobs.map(({ AppId }) => AppId)).size).toBe(180);
  expect(local.snapshot().apps).toHaveLength(180);
  client.destroy();
  await listener.close();
}, 60_000);
