import { isLabel, type Route, routes } from "./routes.js";

/** Values of one kind for a label. */
export interface LabelClass {
  readonly name: string;
  /** @param label - name of the label that they are for */
  readonly valuesFor: (route: Route, label: string) => readonly string[];
}

const fixed = (name: string, ...values: readonly string[]): LabelClass => ({
  name,
  valuesFor: () => values,
});

/**
 * The segments that, put in the place of a label, make one route fit another: `dev/remove` for the environment of
 * an update makes it a removal.
 */
const graftsFor = (route: Route, label: string): string[] => {
  const index = route.segments.indexOf(`{${label}}`);
  return [...new Set(routes.flatMap((target) => graft(route.segments, index, target.segments) ?? []))];
};

const graft = (from: readonly string[], index: number, to: readonly string[]): string[] | undefined => {
  const width = to.length - from.length + 1;
  if (width < 2) return undefined;
  const rest = [...to.slice(0, index), ...to.slice(index + width)];
  const own = [...from.slice(0, index), ...from.slice(index + 1)];
  const fits = own.every((segment, at) => {
    const other = rest[at] ?? "";
    return isLabel(segment) || isLabel(other) || segment === other;
  });
  const middle = to.slice(index, index + width).map((segment) => (isLabel(segment) ? "x" : segment));
  return fits ? [middle.join("/")] : undefined;
};

const grafts = (name: string, ...forms: readonly ((value: string) => string)[]): LabelClass => ({
  name,
  valuesFor: (route, label) => {
    const values = graftsFor(route, label);
    return forms.flatMap((form) => values.map(form));
  },
});

/** What an id may look like: nothing that anybody has to refuse. Words of the routes are tried with every class. */
export const ordinaryLabels: LabelClass = fixed("ordinary", "x", "x.y", "..x", "x..", "...", "REMOVE");

/** The hostile ones, a row of the table each. */
export const hostileLabels: readonly LabelClass[] = [
  fixed("`.` `..`", ".", ".."),
  fixed("`..` alone", ".."),
  fixed("empty", ""),
  fixed("dots, percent-encoded", "%2e%2E", ".%2e", "%2e"),
  fixed("dots, percent-encoded twice and more", "%252e%252e", "%25252e.", ".%25%32%65"),
  fixed("dots, overlong or `%u`", "%c0%ae%c0%ae", "%u002e%u002e"),
  fixed("dots, full-width or with something unseen", "．．", "‥", ".\u200b."),
  fixed("dots before `;` `?` `#`", "..;", "..;x=y", "..?x", "..#x"),
  fixed("dots between slashes", "x/..", "../x", "x/../..", "x\\..\\.."),
  fixed("dots between encoded slashes", "x%2f..", "x%2f..%2f..", "x%5c..%5c.."),
  fixed("slashes alone", "/", "//", "\\", "%2f", "／"),
  fixed("blank", " ", "\u00a0", "%20"),
  fixed("control characters", "\0", "x\0y", "x%00", "\t", "x\r\ny"),
  fixed("`;…`", ";", ";x=y", "x;y"),
  fixed("`?…` `#…`", "?", "?x", "x?y", "x#y"),
  grafts("segments of another route", (value) => value),
  grafts(
    "the same, encoded",
    (value) => value.replaceAll("/", "%2f"),
    (value) => value.replaceAll("/", "%252F"),
  ),
  grafts(
    "the same with `\\`, `／`, case, blanks",
    (value) => value.replaceAll("/", "\\"),
    (value) => value.replaceAll("/", "／"),
    (value) => value.toUpperCase(),
    (value) => value.replaceAll("/", " / "),
  ),
  grafts(
    "the same before `;` `?` `#`",
    (value) => `${value};y`,
    (value) => `${value}?y`,
    (value) => `${value}#y`,
  ),
];
