/** Lets what a function of the user's own answers with fail unseen: nobody waits for it, and types say it is no promise. */
export function ignoreRejection(answer: unknown): void {
  if (typeof answer === "object" && answer !== null) Promise.resolve(answer).catch(() => {});
}
