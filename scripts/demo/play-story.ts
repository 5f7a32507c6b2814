import assert from "node:assert/strict";
import * as official from "@aws-sdk/client-amplifybackend";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { Narrator } from "./narrator.js";
import { tellOfficialStory } from "./official-story.js";
import { tellStory } from "./story.js";
import { TracedHandler } from "./traced-handler.js";

const OPERATIONS_OF_THE_SERVICE = 31;
/** Milliseconds: long enough to be seen PENDING and RUNNING, short enough to watch. */
const JOB_DELAYS = { pending: 40, running: 80 };

/** Starts the local service on a free port, has both clients tell their stories on it, and prints the tables. */
export const playStory = async (): Promise<void> => {
  const local = createLocalAmplifyBackend({ jobDelays: JOB_DELAYS, buckets: ["shop-files"] });
  const listener = await local.listen();
  console.log(`  Listening on ${listener.endpoint}`);
  try {
    const narrator = new Narrator();
    const client = new AmplifyBackendClient({
      ...local.clientConfig(listener),
      requestHandler: new TracedHandler(narrator.exchange),
    });
    await tellStory({ client, local, narrator });
    client.destroy();
    console.log(`\n${narrator.table()}`);
    assert.equal(narrator.operationCount, OPERATIONS_OF_THE_SERVICE, "the story calls every operation");
    await playOfficialStory(local.clientConfig(listener));
    console.log("\nAll is well.");
  } finally {
    await listener.close();
  }
};

const playOfficialStory = async (config: official.AmplifyBackendClientConfig): Promise<void> => {
  const narrator = new Narrator();
  const requestHandler = new TracedHandler(narrator.exchange);
  const client = new official.AmplifyBackendClient({ ...config, requestHandler });
  await tellOfficialStory(client, narrator);
  client.destroy();
  console.log(`\n${narrator.table()}`);
};
