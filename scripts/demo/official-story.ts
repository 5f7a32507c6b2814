import assert from "node:assert/strict";
import * as official from "@aws-sdk/client-amplifybackend";
import type { Narrator } from "./narrator.js";

const APP = "d3officialexample";
const DEV = { AppId: APP, BackendEnvironmentName: "dev" } as const;

/** Part of the same story, told by AWS's own client: the local service is not only a friend of ours. */
export const tellOfficialStory = async (
  client: official.AmplifyBackendClient,
  narrator: Narrator,
): Promise<void> => {
  narrator.chapter("The official client, on the same service");
  const created = await narrator.call("CreateBackend", () =>
    client.send(new official.CreateBackendCommand({ ...DEV, AppName: "shop" })),
  );
  await followJob(client, narrator, created.JobId);
  const cloned = await narrator.call("CloneBackend", () =>
    client.send(new official.CloneBackendCommand({ ...DEV, TargetEnvironmentName: "staging" })),
  );
  await followJob(client, narrator, cloned.JobId);
  const backend = await narrator.call("GetBackend", () => client.send(new official.GetBackendCommand(DEV)));
  assert.deepEqual([...(backend.BackendEnvironmentList ?? [])].sort(), ["dev", "staging"]);
  const { Jobs = [] } = await narrator.call("ListBackendJobs", () =>
    client.send(new official.ListBackendJobsCommand({ ...DEV, MaxResults: 25 })),
  );
  assert.deepEqual(
    Jobs.map(({ Status }) => Status),
    Jobs.map(() => "COMPLETED"),
  );
  await meetAnError(client, narrator);
  const removed = await narrator.call("RemoveAllBackends", () =>
    client.send(new official.RemoveAllBackendsCommand({ AppId: APP })),
  );
  await followJob(client, narrator, removed.JobId);
};

const meetAnError = async (client: official.AmplifyBackendClient, narrator: Narrator): Promise<void> => {
  const missing = new official.GetBackendCommand({ AppId: "d0000missing" });
  const error = await narrator
    .call("GetBackend", () => client.send(missing))
    .catch((thrown: unknown) => thrown);
  assert.ok(error instanceof official.NotFoundException);
  narrator.say(`NotFoundException of the official client: ${error.message}`);
};

const followJob = async (
  client: official.AmplifyBackendClient,
  narrator: Narrator,
  JobId = "",
): Promise<void> => {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const { Status, Operation } = await narrator.call("GetBackendJob", () =>
      client.send(new official.GetBackendJobCommand({ ...DEV, JobId })),
    );
    if (Status === "COMPLETED") return narrator.say(`${Operation} is done`);
    assert.ok(Status !== "FAILED" && Date.now() < deadline, `${Operation} did not end well: ${Status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
