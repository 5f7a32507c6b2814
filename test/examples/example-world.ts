import * as sdk from "@tinsmith/amplifybackend";
import {
  createLocalAmplifyBackend,
  type LocalAmplifyBackend,
  type LocalAmplifyBackendOptions,
  ManualClock,
} from "@tinsmith/amplifybackend/local";
import { ExampleIds } from "./example-ids.js";
import type { Example } from "./read-examples.js";

/** How long jobs take in the world of the examples, in milliseconds: their times say so. */
const JOB_DELAYS = { pending: 2_000, running: 237_000 };

/** A local service that is made into what an example takes for granted. */
export class ExampleWorld {
  readonly clock: ManualClock;
  readonly local: LocalAmplifyBackend;
  readonly #ids: ExampleIds;
  readonly #examples: readonly Example[];

  /** @param start - the instant at which the world begins, in milliseconds since the epoch */
  constructor(examples: readonly Example[], start: number, options: LocalAmplifyBackendOptions = {}) {
    this.#examples = examples;
    this.#ids = new ExampleIds(examples);
    this.clock = new ManualClock(start);
    this.local = createLocalAmplifyBackend({
      clock: this.clock,
      ids: this.#ids,
      jobDelays: JOB_DELAYS,
      ...options,
    });
  }

  /** What an operation's example shows as its result. */
  shown(operation: string): Example["result"] {
    const example = this.#examples.find((candidate) => candidate.operation === operation);
    if (example === undefined) throw new Error(`${operation} has no example`);
    return example.result;
  }

  /** Says which operation the example is about to call. */
  expect(operation: string): void {
    this.#ids.expect(operation);
  }

  /** Calls an operation, and leaves the job that it starts alone. */
  async start(operation: string, input: object): Promise<void> {
    this.expect(operation);
    const commands = sdk as unknown as Readonly<Record<string, new (input: object) => never>>;
    const Command = commands[`${operation}Command`];
    if (Command === undefined) throw new Error(`There is no ${operation}Command`);
    await new sdk.AmplifyBackendClient(this.local.clientConfig()).send(new Command(input));
  }

  /** Calls an operation and lets its job come to its end. */
  async run(operation: string, input: object): Promise<void> {
    await this.start(operation, input);
    this.clock.advance(JOB_DELAYS.pending + JOB_DELAYS.running);
  }

  /** Moves on to an instant, in milliseconds since the epoch. */
  moveTo(time: unknown): void {
    this.clock.advance(Number(time) - this.clock.now());
  }
}
