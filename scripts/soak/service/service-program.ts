/** The service of a soak, in a process of its own: `service-program.ts <seed> <origin>`, told by messages what to do. */
import { writeFileSync } from "node:fs";
import { createLocalAmplifyBackend, SeededIds, type StagedFault } from "@tinsmith/amplifybackend/local";
import { readBooks } from "../books/books.js";
import { FastClock } from "../day/fast-clock.js";
import type { ServiceConnection } from "./service.js";

/** What the service is told. */
export type ServiceOrder = { readonly stage: StagedFault } | { readonly writeBooks: string };

/** Milliseconds by its clock: jobs of the real service were seen to take from half a minute to four. */
const JOB_DELAYS = { pending: 5000, running: 45_000 };

const [, , seed = "", origin = ""] = process.argv;
const clock = new FastClock(Number(origin));
const local = createLocalAmplifyBackend({
  clock,
  signatureClock: clock,
  ids: new SeededIds(seed),
  jobDelays: JOB_DELAYS,
  journalLimit: Number.POSITIVE_INFINITY,
});
process.on("message", (order: ServiceOrder) => {
  if ("stage" in order) {
    local.stage(order.stage);
  } else {
    writeFileSync(order.writeBooks, JSON.stringify(readBooks(local)));
    tell(null);
  }
});
process.on("disconnect", () => process.exit());
const listener = await local.listen();
const { endpoint, region, credentials } = local.clientConfig(listener);
tell({ endpoint, region, credentials, origin: Number(origin) } satisfies ServiceConnection);

function tell(what: unknown): void {
  process.send?.(what);
}
