import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ownEnvironment } from "./run-node.js";

/** A process that answers, or asks, and can be told what to do. */
export interface Companion<Answer, Order> extends Disposable {
  /** What it said first, if it says anything by itself. */
  next(): Promise<Answer>;
  tell(order: Order): Promise<Answer>;
}

/** Starts a program that is talked with; it ends when it is let go of. */
export const startCompanion = <Answer, Order extends object = object>(
  folder: string,
  program: string,
  environment: Readonly<Record<string, string>> = {},
): Companion<Answer, Order> => {
  const child = fork(join(folder, program), {
    cwd: folder,
    env: { ...ownEnvironment(), ...environment },
    execArgv: [],
  });
  const next = () => answerOf<Answer>(child, program);
  return {
    next,
    tell: (order) => {
      child.send(order);
      return next();
    },
    [Symbol.dispose]: () => {
      if (child.connected) child.disconnect();
    },
  };
};

const answerOf = async <Answer>(child: ChildProcess, program: string): Promise<Answer> => {
  const ended = new AbortController();
  const { signal } = ended;
  const failed = once(child, "exit", { signal }).then(([code]) => {
    throw new Error(`${program} ended with exit code ${code}.`);
  });
  try {
    const [answer] = (await Promise.race([once(child, "message", { signal }), failed])) as [Answer];
    return answer;
  } finally {
    failed.catch(() => undefined);
    ended.abort();
  }
};
