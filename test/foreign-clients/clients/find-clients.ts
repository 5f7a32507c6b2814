import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ConnectedClient, Connection } from "../outcome.js";
import { connectCommand } from "./aws-command.js";
import { connectV2 } from "./sdk-v2.js";
import { connectV3 } from "./sdk-v3.js";

/** A client that nobody here wrote. */
export interface ForeignClient {
  readonly name: string;
  /** e.g. `2.9.19`; absent where the client is. */
  readonly version?: string;
  /** Why it is absent, and what to do about it. */
  readonly absent?: string;
  connect(connection: Connection): ConnectedClient;
}

/** All of them, those that this machine lacks included. */
export const findForeignClients = (): readonly ForeignClient[] => [findV3(), findV2(), findCommand()];

const V3 = "@aws-sdk/client-amplifybackend";

const findV3 = (): ForeignClient => {
  const manifest = createRequire(join(process.cwd(), "any.js"))(`${V3}/package.json`) as { version: string };
  return { name: V3, version: manifest.version, connect: connectV3 };
};

/** No dependency, for it is out of support. */
const findV2 = (): ForeignClient => {
  const folder = process.env["TINSMITH_AWS_SDK_V2"] ?? process.cwd();
  try {
    const load = createRequire(join(folder, "any.js"));
    const { version } = load("aws-sdk/package.json") as { version: string };
    const modules = dirname(dirname(load.resolve("aws-sdk/package.json")));
    return { name: "aws-sdk", version, connect: (connection) => connectV2(modules, connection) };
  } catch {
    const absent = `not in ${folder}; point TINSMITH_AWS_SDK_V2 at a folder where version 2 is installed`;
    return missing("aws-sdk", absent);
  }
};

/** Debian's place before whatever comes first on the path: a shim of version 1, as others install it, is no use. */
const findCommand = (): ForeignClient => {
  const found = ["/usr/bin/aws", "aws"].map((command) => {
    const { stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
    return { command, version: /^aws-cli\/(\S+)/.exec(stdout ?? "")?.[1] };
  });
  const fit = found.find(({ version }) => version?.startsWith("2."));
  if (fit?.version === undefined) {
    const others = found.map(({ command, version }) => `${command} is ${version ?? "absent"}`).join(", ");
    return missing("aws", `version 2 is not there (${others}); on Debian: apt-get install awscli`);
  }
  const { command, version } = fit;
  return { name: "aws", version, connect: (connection) => connectCommand(command, connection) };
};

const missing = (name: string, absent: string): ForeignClient => ({
  name,
  absent,
  connect: () => {
    throw new Error(`${name} is ${absent}`);
  },
});
