/** A process that creates an app and polls the job until killed, or resumes polling: `child-program.ts <JSON of ChildArguments>`. */
import "../../lib/forget-aws-settings.js";
import { FIRST_TASK } from "../plan/tasks.js";
import { EventLog } from "../records/event-log.js";
import type { ChildArguments } from "./child-process.js";
import { createClientContext } from "./client-context.js";
import { jobOf, pollToEnd, resumeJob, startJob } from "./run-job.js";

const { connection, folder, name, by, app, serialized } = JSON.parse(process.argv[2] ?? "") as ChildArguments;
const context = createClientContext(connection, new EventLog(folder, name));
if (serialized === undefined) {
  const polled = startJob(context, { by, app, task: FIRST_TASK });
  polled.poller.started().then(
    () => console.log(polled.poller.serialize()),
    () => {},
  );
  await pollToEnd(context, polled);
} else {
  const polled = resumeJob(context, by, serialized);
  context.log.write({ kind: "resumed", by, job: jobOf(polled.poller) });
  console.log(await pollToEnd(context, polled));
}
