// What Lambda does with a function, as far as a function can tell: it is loaded once, and invoked with one event at a time.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [file, name] = process.env._HANDLER.split("/");
const { [name]: handler } = await import(pathToFileURL(join(process.env.LAMBDA_TASK_ROOT, file)).href);
let invocations = 0;
process.on("message", async (event) => {
  const context = {
    awsRequestId: `invocation ${++invocations}`,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    getRemainingTimeInMillis: () => 60_000,
  };
  process.send(await handler(event, context));
});
