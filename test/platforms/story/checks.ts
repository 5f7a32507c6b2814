/** One thing that was looked at, and how it went. */
export interface Check {
  readonly title: string;
  /** What was covered, where that is a number of things. */
  readonly figures?: string;
  /** Why it failed; absent where it passed. */
  readonly failure?: string;
}

/** Checks on platforms that have no test runner. */
export class Checks {
  readonly all: Check[] = [];

  /** Looks at one thing; `look` may answer with figures. */
  async run(title: string, look: () => Promise<unknown>): Promise<void> {
    try {
      const figures = await look();
      this.all.push(typeof figures === "string" ? { title, figures } : { title });
    } catch (error) {
      this.all.push({ title, failure: String(error) });
    }
  }
}

/** @throws Error that shows both, where two values differ as JSON shows them */
export const equal = (actual: unknown, expected: unknown): void => {
  const [left, right] = [actual, expected].map((value) => JSON.stringify(value, sortKeys));
  if (left !== right) throw new Error(`got ${left}, expected ${right}`);
};

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value;
