/** The service of a soak run, in a process of its own and controlled by messages: `service-program.ts <seed>`. */
import { writeFileSync } from "node:fs";
import { createLocalAmplifyBackend, SeededIds, type StagedFault } from "@tinsmith/amplifybackend/local";
import { JOB_DELAYS } from "../plan/timing.js";
import { readServiceRecords } from "../records/service-records.js";
import type { ServiceConnection } from "./service.js";

/** A message to the service. */
export type ServiceMessage = { readonly stage: StagedFault } | { readonly writeRecords: string };

const [, , seed = ""] = process.argv;
const local = createLocalAmplifyBackend({
  ids: new SeededIds(seed),
  jobDelays: JOB_DELAYS,
  journalLimit: Number.POSITIVE_INFINITY,
});
process.on("message", (message: ServiceMessage) => {
  if ("stage" in message) {
    local.stage(message.stage);
  } else {
    writeFileSync(message.writeRecords, JSON.stringify(readServiceRecords(local)));
    send(null);
  }
});
process.on("disconnect", () => process.exit());
const listener = await local.listen();
const { endpoint, region, credentials } = local.clientConfig(listener);
send({ endpoint, region, credentials } satisfies ServiceConnection);

function send(what: unknown): void {
  process.send?.(what);
}
