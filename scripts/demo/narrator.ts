import { formatTable } from "../lib/table.js";
import type { Exchange } from "./traced-handler.js";

/** Prints each call as it happens, with its route, status and time, and sums them up in a table. */
export class Narrator {
  readonly #start = performance.now();
  readonly #totals = new Map<string, { calls: number; exchanges: number; milliseconds: number }>();
  #operation = "";

  /** Prints a chapter's title. */
  chapter(title: string): void {
    console.log(`\n${title}`);
  }

  /** Prints what came of a call, or why it matters. */
  say(text: string): void {
    console.log(`    ${text}`);
  }

  /** Makes a call whose exchanges are printed under the operation's name. */
  async call<Result>(operation: string, make: () => Promise<Result>): Promise<Result> {
    this.#operation = operation;
    this.#totalOf(operation).calls += 1;
    return make();
  }

  /** Prints an exchange and counts it for the call that is under way. */
  readonly exchange = ({ method, path, status, milliseconds }: Exchange): void => {
    const total = this.#totalOf(this.#operation);
    total.exchanges += 1;
    total.milliseconds += milliseconds;
    const time = `${milliseconds.toFixed(1)} ms`.padStart(9);
    console.log(`  ${String(status)} ${time}  ${this.#operation.padEnd(24)} ${method.padEnd(4)} ${path}`);
  };

  /** How many different operations were called. */
  get operationCount(): number {
    return this.#totals.size;
  }

  /** The closing table: a row an operation. */
  table(): string {
    const rows = [...this.#totals].map(([operation, { calls, exchanges, milliseconds }]) => [
      operation,
      String(calls),
      String(exchanges),
      `${(milliseconds / Math.max(exchanges, 1)).toFixed(1)} ms`,
    ]);
    const seconds = ((performance.now() - this.#start) / 1000).toFixed(1);
    return `${formatTable([["operation", "calls", "exchanges", "mean"], ...rows])}\n\n${rows.length} operations in ${seconds} s`;
  }

  #totalOf(operation: string) {
    const total = this.#totals.get(operation) ?? { calls: 0, exchanges: 0, milliseconds: 0 };
    this.#totals.set(operation, total);
    return total;
  }
}
