/** @returns a link to something, with the article that its name takes */
export const anyLink = (name: string): string => `${/^_*[AEIO]/i.test(name) ? "an" : "a"} {@link ${name}}`;
