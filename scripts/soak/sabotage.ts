/** Defects that a run can inject, to show that the checks notice them: what a broken poller, paginator or program would do. */
export const SABOTAGES = [
  "stops-early",
  "polls-on",
  "starts-twice",
  "misreads-end",
  "skips-page",
  "leaks",
] as const;

export type Sabotage = (typeof SABOTAGES)[number];

export const isSabotage = (text: string): text is Sabotage => SABOTAGES.some((sabotage) => sabotage === text);

/** Bytes leaked with each app. */
const LEAK = 10_000_000;
const BYTES_OF_NUMBER = 8;

const leaked: number[][] = [];

/** Retains memory for ever. */
export const leak = (): void => {
  leaked.push(new Array<number>(LEAK / BYTES_OF_NUMBER).fill(1));
};
