/** What a kind of server, proxy or framework makes of a path before it looks for the route. */
export interface ServerKind {
  /** What it does; the head of a column. */
  readonly name: string;
  readonly read: (path: string) => string;
  readonly ignoresCase?: true;
}

/** Takes `%XX` for what it stands for; what is no UTF-8 stays, except that overlong dots and slashes pass for plain ones. */
const decode = (path: string): string =>
  path
    .replaceAll(/%c0%(ae|af)/gi, (_, byte: string) => (byte.toLowerCase() === "ae" ? "." : "/"))
    .replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });

/** By the text of RFC 3986, 5.2.4; a slash stays where a last segment is taken away. */
const resolveDots = (path: string): string => {
  const kept: string[] = [];
  const segments = path.slice(1).split("/");
  for (const [index, segment] of segments.entries()) {
    const plain = segment.replaceAll(/%2e/gi, ".");
    if (plain === "..") kept.pop();
    else if (plain !== ".") kept.push(segment);
    if ((plain === "." || plain === "..") && index === segments.length - 1) kept.push("");
  }
  return `/${kept.join("/")}`;
};

const mergeSlashes = (path: string): string => path.replaceAll(/\/+/g, "/");
const dropLastSlash = (path: string): string => path.replace(/(.)\/$/, "$1");
const dropParameters = (path: string): string => path.replaceAll(/;[^/]*/g, "");
const cut = (path: string): string => path.replace(/[?#\0].*$/s, "");
const turnBackslashes = (path: string): string => path.replaceAll("\\", "/");
const trim = (path: string): string =>
  path
    .split("/")
    .map((segment) => segment.trim())
    .join("/");
const makePlain = (path: string): string =>
  path.normalize("NFKC").replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");

const steps =
  (...functions: readonly ((path: string) => string)[]): ((path: string) => string) =>
  (path) =>
    functions.reduce((read, step) => step(read), path);

const tidy = steps(resolveDots, mergeSlashes, dropLastSlash);

/** From the strictest to the most obliging. */
export const serverKinds: readonly ServerKind[] = [
  { name: "takes it as it came", read: (path) => path },
  { name: "ignores case", read: (path) => path, ignoresCase: true },
  { name: "resolves dots", read: resolveDots },
  { name: "merges slashes, drops the last", read: steps(mergeSlashes, dropLastSlash) },
  { name: "tidies: both", read: tidy },
  { name: "decodes", read: decode },
  { name: "decodes, tidies", read: steps(decode, tidy) },
  { name: "decodes twice, tidies", read: steps(decode, decode, tidy) },
  { name: "decodes, drops `;…`, tidies", read: steps(decode, dropParameters, tidy) },
  { name: "decodes, cuts at `?` `#` NUL, tidies", read: steps(decode, cut, tidy) },
  {
    name: "decodes, `\\` is `/`, trims, tidies, ignores case",
    read: steps(decode, turnBackslashes, trim, tidy),
    ignoresCase: true,
  },
  { name: "decodes, makes plain, tidies", read: steps(decode, makePlain, decode, tidy) },
  {
    name: "all of it",
    read: steps(decode, makePlain, decode, decode, cut, dropParameters, turnBackslashes, trim, tidy),
    ignoresCase: true,
  },
];
