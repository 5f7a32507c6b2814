import { describe, expect, test } from "@jest/globals";
import {
  AmplifyBackendClient,
  CloneBackendCommand,
  CreateBackendCommand,
  DeleteBackendCommand,
  GetBackendJobCommand,
  RemoveAllBackendsCommand,
} from "@tinsmith/amplifybackend";
import type { JobSnapshot, StagedFault } from "@tinsmith/amplifybackend/local";
import fc from "fast-check";
import { createWorld } from "./support/world.js";

/** One thing that somebody does, or some time that passes. */
type Step =
  | { readonly kind: "create" | "delete"; readonly app: string; readonly name: string }
  | { readonly kind: "clone"; readonly app: string; readonly name: string; readonly target: string }
  | { readonly kind: "removeAll"; readonly app: string; readonly clean: boolean }
  | { readonly kind: "stage"; readonly fault: StagedFault }
  | { readonly kind: "wait"; readonly time: number };

/** What may go wrong and still lets every job end. */
const FAULTS: readonly StagedFault[] = [
  { kind: "jobFailure", error: "staged" },
  { kind: "throttling", times: 2 },
  { kind: "pendingJob" },
  { kind: "inBandError", error: "staged" },
  { kind: "htmlPage", isExecuted: true },
  { kind: "droppedConnection" },
  { kind: "droppedConnection", isExecuted: true },
  { kind: "droppedConnection", breaks: "within" },
];

const app = fc.constantFrom("one", "two");
const name = fc.constantFrom("dev", "test", "prod");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom("create" as const, "delete" as const), app, name }),
  fc.record({ kind: fc.constant("clone" as const), app, name, target: name }),
  fc.record({ kind: fc.constant("removeAll" as const), app, clean: fc.boolean() }),
  fc.record({ kind: fc.constant("stage" as const), fault: fc.constantFrom(...FAULTS) }),
  fc.record({ kind: fc.constant("wait" as const), time: fc.constantFrom(1, 250, 1000) }),
);

/** Does a step that is a call; a refusal is as good an answer as any here. */
const send = (client: AmplifyBackendClient, move: Step): Promise<unknown> => {
  switch (move.kind) {
    case "create":
      return client.send(
        new CreateBackendCommand({ AppId: move.app, AppName: move.app, BackendEnvironmentName: move.name }),
      );
    case "delete":
      return client.send(new DeleteBackendCommand({ AppId: move.app, BackendEnvironmentName: move.name }));
    case "clone": {
      const { app: AppId, name: BackendEnvironmentName, target: TargetEnvironmentName } = move;
      return client.send(new CloneBackendCommand({ AppId, BackendEnvironmentName, TargetEnvironmentName }));
    }
    case "removeAll":
      return client.send(new RemoveAllBackendsCommand({ AppId: move.app, CleanAmplifyApp: move.clean }));
    default:
      return Promise.resolve();
  }
};

const isBusy = ({ status }: JobSnapshot): boolean => status === "PENDING" || status === "RUNNING";

describe("whatever is done, in whatever order", () => {
  test("no environment has two jobs, every answer is of the model, and every job ends once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { client, local, clock } = createWorld();
        for (const move of steps) {
          if (move.kind === "wait") clock.advance(move.time);
          else if (move.kind === "stage") local.stage(move.fault);
          else await send(client, move).catch(() => undefined);
          const busy = local.snapshot().jobs.filter(isBusy);
          const places = busy.flatMap(({ appId, environments }) =>
            environments.map((each) => `${appId}/${each}`),
          );
          expect(new Set(places).size).toBe(places.length);
        }
        clock.advance(1000);
        const { jobs } = local.snapshot();
        expect(jobs.filter(isBusy)).toEqual([]);
        expect(jobs.filter(({ createTime, updateTime }) => updateTime - createTime !== 1000)).toEqual([]);
        expect(local.journal.entries.filter(({ failure }) => failure !== undefined)).toEqual([]);
        // 0 where the connection was dropped.
        const expected = [0, 200, 400, 404, 429, 504];
        expect(local.journal.entries.filter(({ status }) => !expected.includes(status))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test("100 apps at once over HTTP: each gets its backend, its clone and its end", async () => {
  const { local, finishJobs } = createWorld();
  const listener = await local.listen();
  const client = new AmplifyBackendClient(local.clientConfig(listener));
  const apps = Array.from({ length: 100 }, (_, index) => `app${index}`);
  const dev = (AppId: string) => ({ AppId, BackendEnvironmentName: "dev" });
  await Promise.all(apps.map((id) => client.send(new CreateBackendCommand({ ...dev(id), AppName: id }))));
  finishJobs();
  const clones = await Promise.all(
    apps.map((id) => client.send(new CloneBackendCommand({ ...dev(id), TargetEnvironmentName: "test" }))),
  );
  finishJobs();
  const ends = await Promise.all(
    clones.map(({ AppId = "", JobId = "" }) =>
      client.send(new GetBackendJobCommand({ ...dev(AppId), JobId })),
    ),
  );
  client.destroy();
  await listener.close();
  expect(new Set(ends.map(({ Status }) => Status))).toEqual(new Set(["COMPLETED"]));
  expect(local.snapshot().apps.map(({ environments }) => environments.length)).toEqual(apps.map(() => 2));
});
