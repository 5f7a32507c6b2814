/** Longest time that timers can count, in milliseconds: about 25 days. */
export const MAX_TIMER = 2 ** 31 - 1;

/** What `setTimeout` answers with, for `clearTimeout`. */
export type Timer = ReturnType<typeof setTimeout>;

/** Starts a timer, unless the time is longer than timers can count: they would fire at once. */
export function startTimer(milliseconds: number, callback: () => void): Timer | undefined {
  return milliseconds <= MAX_TIMER ? setTimeout(callback, milliseconds) : undefined;
}
