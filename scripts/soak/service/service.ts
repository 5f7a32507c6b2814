import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StagedFault } from "@tinsmith/amplifybackend/local";
import type { ServiceRecords } from "../records/service-records.js";
import type { ServiceMessage } from "./service-program.js";

/** What it takes to call the service from any process. */
export interface ServiceConnection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The local service in another process. */
export class SoakService {
  readonly connection: ServiceConnection;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, connection: ServiceConnection) {
    this.#process = process;
    this.connection = connection;
  }

  static async start(seed: number): Promise<SoakService> {
    const program = fileURLToPath(new URL("service-program.ts", import.meta.url));
    const { NODE_OPTIONS: _, ...env } = process.env;
    // A memory limit is for the clients only: the service keeps a record of every call.
    const execArgv = process.execArgv.filter((option) => !option.startsWith("--max-old-space-size"));
    const child = fork(program, [String(seed)], { env, execArgv });
    const [connection] = await answerOf(child);
    return new SoakService(child, connection as ServiceConnection);
  }

  /** Stages a fault for the next call or job that it matches. */
  stage(fault: StagedFault): void {
    this.#send({ stage: fault });
  }

  /** @param folder - for a file that is too long for a message */
  async readRecords(folder: string): Promise<ServiceRecords> {
    const file = join(folder, "records.json");
    this.#send({ writeRecords: file });
    await answerOf(this.#process);
    return JSON.parse(readFileSync(file, "utf8")) as ServiceRecords;
  }

  stop(): void {
    this.#process.kill();
  }

  #send(message: ServiceMessage): void {
    this.#process.send(message);
  }
}

/** @throws Error if the process ends instead */
const answerOf = async (child: ChildProcess): Promise<unknown[]> => {
  const controller = new AbortController();
  const { signal } = controller;
  const ended = once(child, "exit", { signal }).then(([code]) => {
    throw new Error(`The service ended with exit code ${code}`);
  });
  try {
    return await Promise.race([once(child, "message", { signal }), ended]);
  } finally {
    ended.catch(() => {});
    controller.abort();
  }
};
