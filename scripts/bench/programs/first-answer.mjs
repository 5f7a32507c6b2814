// A short program from its start to its end: one call.
import { createCalls } from "./client.mjs";
import { reportAtExit } from "./report.mjs";

const { JobId } = await createCalls(process.env.BENCH_ENDPOINT).CloneBackend();
if (JobId !== "5f0e1d2c-clone-example") throw new Error(`Not the answer: ${JobId}`);
reportAtExit();
