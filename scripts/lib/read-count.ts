/** One more than the greatest seed: fast-check's are 32 bits wide, sign included. */
export const SEEDS = 2 ** 31;

/** Reads an option that is a whole number from 1 on. @throws Error that says what it has to be */
export const readCount = (option: string, text: string, max: number): number => {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= max) return count;
  throw new Error(`${option} must be a whole number from 1 to ${max}, not ${JSON.stringify(text)}.`);
};
