import { execFile } from "node:child_process";
import { type ConnectedClient, type Connection, MAX_ATTEMPTS, type Outcome } from "../outcome.js";

/** How version 2 of the command ends where the service answered with an error. */
const SERVICE_ERROR = 254;

/** How it writes an error, in its last line. */
const ERROR =
  /An error occurred \((?<code>[^)]*)\) when calling the \w+ operation(?: \(reached max retries: \d+\))?: (?<message>.*)/s;

/** AWS's command line. @param command - where it is */
export const connectCommand = (command: string, connection: Connection): ConnectedClient => {
  const { endpoint, region, credentials } = connection;
  const environment = {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_MAX_ATTEMPTS: String(MAX_ATTEMPTS),
    AWS_RETRY_MODE: "standard",
    AWS_PAGER: "",
  };
  const run = (operation: string, input: object, ...options: readonly string[]): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const where = ["--endpoint-url", endpoint, "--output", "json"];
      const what = ["amplifybackend", subcommand(operation), "--cli-input-json", JSON.stringify(input)];
      execFile(
        command,
        [...what, ...where, ...options],
        { env: { ...process.env, ...environment } },
        (error, stdout, stderr) => {
          if (error === null) resolve({ output: JSON.parse(stdout || "{}") });
          else if (error.code === SERVICE_ERROR) resolve(readError(stderr));
          else reject(new Error(`${command} ${operation} ended with exit code ${error.code}: ${stderr}`));
        },
      );
    });
  return {
    // It would list all pages by itself.
    call: (operation, input) =>
      run(operation, input, ...(operation.startsWith("List") ? ["--no-paginate"] : [])),
    listJobs: (input, pageSize) => run("ListBackendJobs", input, "--page-size", String(pageSize)),
    close: () => {},
  };
};

/** `GetBackendAPIModels` is `get-backend-api-models`. */
const subcommand = (operation: string): string =>
  operation
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();

const readError = (text: string): Outcome => {
  const { code, message } = ERROR.exec(text)?.groups ?? {};
  return { failure: { code, message: (message ?? text).trim() } };
};
