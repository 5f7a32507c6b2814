import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a client finds outside its code. */
export interface Surroundings {
  /** Environment variables, undefined for none; `$FOLDER` in a value stands for the folder of this run. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Files by path inside the folder, line by line. `config` and `credentials` are AWS's shared files. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
}

/** What a client would look up from the machine, and take for its own; `HOME` counts, too: `~/.aws` is in it. */
const FORGOTTEN = /^(?:AWS_|_X_AMZN_TRACE_ID$|HOME$|USERPROFILE$|HTTPS?_PROXY$|https?_proxy$)/;

/**
 * Runs something in surroundings of its own. Loaders of shared files keep what they have read by its path: each run
 * has a folder that no other has.
 */
export async function inSurroundings<Result>(
  { variables = {}, files = {} }: Surroundings,
  run: () => Promise<Result>,
): Promise<Result> {
  const folder = writeFiles(files);
  const before = { ...process.env };
  const inside = {
    ...Object.fromEntries(Object.entries(before).filter(([name]) => !FORGOTTEN.test(name))),
    HOME: join(folder, "home"),
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "credentials"),
    // There is no metadata service here, and asking for it takes a second.
    AWS_EC2_METADATA_DISABLED: "true",
    ...Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, value?.replaceAll("$FOLDER", folder)]),
    ),
  };
  replaceEnvironment(inside);
  try {
    return await run();
  } finally {
    replaceEnvironment(before);
  }
}

function writeFiles(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-surroundings-"));
  for (const [path, lines] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, lines.join("\n"));
  }
  return folder;
}

/** In place: clients hold on to the object. */
function replaceEnvironment(variables: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) process.env[name] = value;
}
