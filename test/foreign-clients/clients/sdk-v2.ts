import { fork } from "node:child_process";
import { once } from "node:events";
import { type ConnectedClient, type Connection, MAX_ATTEMPTS, type Outcome } from "../outcome.js";

/** AWS's SDK for JavaScript, version 2, in a process of its own. @param modules - the folder it is installed in */
export const connectV2 = (modules: string, connection: Connection): ConnectedClient => {
  const settings = { ...connection, maxRetries: MAX_ATTEMPTS - 1 };
  const program = fork("test/foreign-clients/clients/sdk-v2-program.cjs", [JSON.stringify(settings)], {
    env: { ...process.env, NODE_PATH: modules, AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: "1" },
    execArgv: [],
  });
  const ended = once(program, "exit").then(([code]) => {
    throw new Error(`The program with aws-sdk ended with exit code ${code}`);
  });
  ended.catch(() => {});
  const ask = async (question: object): Promise<Outcome> => {
    program.send(question);
    const [answer] = await Promise.race([once(program, "message"), ended]);
    return answer as Outcome;
  };
  return {
    call: (operation, input) => ask({ operation, input }),
    listJobs: (input, pageSize) => ask({ operation: "ListBackendJobs", input, pageSize }),
    close: () => program.kill(),
  };
};
