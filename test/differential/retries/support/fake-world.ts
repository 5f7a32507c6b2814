import { jest } from "@jest/globals";

const START = Date.now();

/** The same time and the same chance for both clients; nobody really waits. */
export class FakeWorld {
  /** Milliseconds of each wait, as they came; what is not waited for at all is left out. */
  readonly waits: number[] = [];
  /** Milliseconds since the epoch. */
  now = START;
  readonly random: () => number;

  /** @param random - what chance gives, over and over */
  constructor(random: readonly number[]) {
    let next = 0;
    this.random = () => random[next++ % random.length] ?? 0;
  }

  /** Lets a wait be over at once. Clocks tell whole milliseconds, and no timer fires before its time. */
  wait(milliseconds: number): void {
    if (milliseconds > 0) this.waits.push(milliseconds);
    this.now += Math.ceil(Math.max(milliseconds, 0));
  }

  /**
   * Puts this world in the platform's place, for code that takes no other. Smithy's strategies wait with a promise's own
   * `resolve` as the callback, so that these waits can be told from the handlers' timers.
   */
  install(): void {
    const { setTimeout } = globalThis;
    jest.spyOn(Math, "random").mockImplementation(this.random);
    jest.spyOn(Date, "now").mockImplementation(() => this.now);
    jest.spyOn(globalThis, "setTimeout").mockImplementation(((callback: () => void, delay = 0) => {
      if (!isResolve(callback)) return setTimeout(callback, delay);
      this.wait(delay);
      return setTimeout(callback, 0);
    }) as typeof globalThis.setTimeout);
  }

  /** Gives the platform's own back. */
  uninstall(): void {
    jest.restoreAllMocks();
  }
}

/** Handlers bind theirs, which look alike but for their names. */
const isResolve = (callback: () => void): boolean =>
  callback.name === "" && String(callback).includes("[native code]");
