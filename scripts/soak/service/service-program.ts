/** The service of a soak, in a process of its own: `service-program.ts <seed>`, told by messages what to do. */
import { writeFileSync } from "node:fs";
import { createLocalAmplifyBackend, SeededIds, type StagedFault } from "@tinsmith/amplifybackend/local";
import { readBooks } from "../books/books.js";
import { JOB_DELAYS } from "../plan/pace.js";
import type { ServiceConnection } from "./service.js";

/** What the service is told. */
export type ServiceOrder = { readonly stage: StagedFault } | { readonly writeBooks: string };

const [, , seed = ""] = process.argv;
const local = createLocalAmplifyBackend({
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
tell({ endpoint, region, credentials } satisfies ServiceConnection);

function tell(what: unknown): void {
  process.send?.(what);
}
