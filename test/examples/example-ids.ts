import { type IdGenerator, RandomIds } from "@tinsmith/runtime/host";
import type { Example } from "./read-examples.js";

/** Hands out the ids that the examples show: each operation starts the job that its example says. */
export class ExampleIds implements IdGenerator {
  readonly #examples: readonly Example[];
  readonly #others = new RandomIds();
  #operation = "";

  constructor(examples: readonly Example[]) {
    this.#examples = examples;
  }

  /** Says whose job comes next. */
  expect(operation: string): void {
    this.#operation = operation;
  }

  next(kind: string): string {
    switch (kind) {
      case "job":
        return this.#shown(this.#operation, "JobId");
      case "session":
        return this.#shown("CreateToken", "SessionId");
      case "challenge":
        return this.#shown("CreateToken", "ChallengeCode");
      default:
        return this.#others.next(kind);
    }
  }

  #shown(operation: string, member: string): string {
    const id = this.#examples.find((example) => example.operation === operation)?.result[member];
    if (typeof id !== "string") throw new Error(`The example of ${operation} shows no ${member}`);
    return id;
  }
}
