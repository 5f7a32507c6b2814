/** A process that starts an app and follows the job until it is killed, or follows a job on: `elsewhere-program.ts <errand>`. */
import "../../lib/forget-aws-settings.js";
import { Ledger } from "../books/ledger.js";
import { BEGINNING } from "../plan/chapters.js";
import type { Errand } from "./elsewhere.js";
import { followToEnd, jobOf, resume, startJob } from "./follow.js";
import { openSite } from "./site.js";

const { connection, folder, name, by, app, serialized } = JSON.parse(process.argv[2] ?? "") as Errand;
const site = openSite(connection, new Ledger(folder, name));
if (serialized === undefined) {
  const following = startJob(site, { by, app, task: BEGINNING });
  following.poller.started().then(
    () => console.log(following.poller.serialize()),
    () => {},
  );
  await followToEnd(site, following);
} else {
  const following = resume(site, by, serialized);
  site.ledger.write({ kind: "takenOver", by, job: jobOf(following.poller) });
  console.log(await followToEnd(site, following));
}
