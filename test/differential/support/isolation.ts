import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** All that a client finds outside its code. In values and contents, `$FOLDER` stands for the folder of this run. */
export interface Isolation {
  /** Environment variables; undefined for none. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Contents by path in the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** What clients read of a process; `HOME` counts, for `~/.aws` is in it. */
const READ_BY_CLIENTS = /^(?:AWS_|_X_AMZN_TRACE_ID$|HOME$|USERPROFILE$|HTTPS?_PROXY$|https?_proxy$)/;

/**
 * Runs something that sees nothing of how this machine is set up for AWS; afterwards all is as it was. Loaders of shared
 * files keep what they have read by its path: each run has a folder that no other has.
 */
export async function inIsolation<Result>(
  { variables, files }: Isolation,
  run: () => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-isolation-"));
  const fill = (text: string): string => text.replaceAll("$FOLDER", folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), fill(content));
  }
  const before = Object.entries(process.env).filter(([name]) => READ_BY_CLIENTS.test(name));
  replaceVariables(Object.entries(variables).map(([name, value]) => [name, value && fill(value)]));
  try {
    return await run();
  } finally {
    replaceVariables(before);
    rmSync(folder, { recursive: true });
  }
}

/** In place: clients hold on to the object. */
function replaceVariables(entries: readonly (readonly [string, string | undefined])[]): void {
  for (const name of Object.keys(process.env)) if (READ_BY_CLIENTS.test(name)) delete process.env[name];
  for (const [name, value] of entries) if (value !== undefined) process.env[name] = value;
}
