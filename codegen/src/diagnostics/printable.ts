/** Longer than any line that a person reads. */
const MAX_LENGTH = 1_000;

/** Control characters, and those that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** A text of somebody else's on one line of a terminal: nothing in it moves the cursor or hides a part. */
export const printable = (text: string): string => {
  const line = text.replaceAll(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
};
