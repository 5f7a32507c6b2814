import type { HttpBinding } from "../descriptors/operation.js";

/** What some servers take for the end of a segment, or of the path. */
const DELIMITER = /[\\/?#;]/;

/** Stands for the slashes of the path itself. Folded labels may have slashes, too, but no control characters. */
const OWN_SLASH = "\0";

/** Text between two slashes. */
interface Piece {
  readonly text: string;
  /** Whether the slash before it is a label's, which only a server that decodes takes for one. */
  readonly isInLabel: boolean;
}

/** Marks the slashes of a text as the path's own, to tell them from those of labels. */
export function markSlashes(text: string): string {
  return text.replaceAll("/", OWN_SLASH);
}

/** Whether a folded label can reach beyond its segment at all. */
export function hasDelimiter(folded: string): boolean {
  return DELIMITER.test(folded);
}

/**
 * Finds the route that a server would take if it decoded the path before it looks for routes: `dev/remove` for an
 * environment would turn its update into its removal. A slash that leads to no other route is safe.
 *
 * @param path - as it is sent
 * @param folded - the same path with its labels folded and its own slashes marked, see {@link markSlashes}
 * @param routes - all routes of the service, e.g. `POST /backend/{AppId}/remove`
 */
export function findMistakenRoute(
  { method }: HttpBinding,
  path: string,
  folded: string,
  routes: readonly string[],
): string | undefined {
  const sent = piecesOf(markSlashes(path));
  const read = piecesOf(folded);
  return routes.find((route) => {
    const [routeMethod, uri = ""] = route.split(" ");
    if (routeMethod !== method) return false;
    const segments = uri.replace(/\?.*/, "").split("/").filter(Boolean);
    // A route that the path fits as it is sent is its own, or one that the service has to tell apart by other means.
    return !fits(segments, sent) && fits(segments, read);
  });
}

/** Splits a path at all slashes. Empty pieces count: a delimiter to one server is text to another. */
function piecesOf(path: string): Piece[] {
  const groups = path.split(OWN_SLASH).slice(1);
  return groups.flatMap((group) =>
    group.split(/[\\/]/).map((text, index) => ({ text: text.trim(), isInLabel: index > 0 })),
  );
}

/**
 * Whether some server could read pieces as the segments of a route. Of a label's slashes each may count or not: servers
 * differ in how often they decode. In one pass over the pieces, however many a label has.
 */
function fits(segments: readonly string[], pieces: readonly Piece[]): boolean {
  /** How many segments have been read by now; as `~count` where a slash has been dropped since, which ends the last one. */
  let counts = new Set([0]);
  const isRead = (): boolean => counts.has(segments.length) || counts.has(~segments.length);
  for (const { text, isInLabel } of pieces) {
    if (/^[?#]/.test(text) && isRead()) return true;
    const next = new Set<number>();
    for (const state of counts) {
      const count = state < 0 ? ~state : state;
      const goesOn = isInLabel && state >= 0;
      const current = segments[count - 1] ?? "";
      if (isReadAs(segments[count], text)) next.add(count + 1);
      if (current.startsWith("{") && (goesOn || current.endsWith("+}"))) next.add(count);
      if (text === "") next.add(goesOn ? count : ~count);
    }
    counts = next;
    if (/[?#]/.test(text) && isRead()) return true;
  }
  return isRead();
}

/** Servers differ in whether they tell apart cases, and Java's cut off what follows a semicolon. */
function isReadAs(segment: string | undefined, text: string): boolean {
  if (segment === undefined) return false;
  if (segment.startsWith("{")) return true;
  const word = segment.toLowerCase();
  return [text, text.replace(/[;?#].*/s, "").trim()].some((reading) => reading.toLowerCase() === word);
}
