import { formatTable } from "../../../scripts/lib/table.js";
import type { Cell } from "./collisions.js";
import { routes } from "./routes.js";
import type { ServerKind } from "./servers.js";

/** A row of the table: what a class of labels does at each kind of server. */
export interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** Writes the collisions for people to read. */
export const formatCollisions = (servers: readonly ServerKind[], rows: readonly Row[]): string =>
  [
    "# Which calls would be taken for which other ones",
    INTRODUCTION,
    "## Pairs of routes by labels and servers",
    servers.map(({ name }, index) => `- **${letter(index)}** ${name}`).join("\n"),
    LEGEND,
    fenced(formatTable([["labels", ...servers.map((_, index) => letter(index))], ...rows.map(formatRow)])),
    ...rows.filter(({ cells }) => cells.some(({ pairs }) => pairs.size > 0)).map(formatPairs),
    "",
  ].join("\n\n");

const INTRODUCTION = [
  `From the model: ${routes.length} routes, what labels they may be given, and what servers, proxies and frameworks make of a path`,
  "before they look for its route. It shows what a client without a guard would do; the test that writes it holds this client to",
  "refusing all of it, in every validation mode. Written by `npm run test:update`; never edited.",
].join("\n");

const LEGEND = [
  "A number counts pairs of a call and another operation that it would reach by the same method. `+n`: further pairs,",
  "where the other labels are chosen, too, among the words of the routes, such as `remove` for a job's id.",
].join("\n");

const letter = (index: number): string => String.fromCharCode("a".charCodeAt(0) + index);

const fenced = (text: string): string => `\`\`\`\n${text}\n\`\`\``;

const formatRow = ({ name, cells }: Row): string[] => [name, ...cells.map(formatCell)];

const formatCell = ({ pairs }: Cell): string => {
  const simple = [...pairs.values()].filter(({ isSimple }) => isSimple).length;
  if (pairs.size === 0) return "-";
  return pairs.size === simple ? String(simple) : `${simple}+${pairs.size - simple}`;
};

/** The pairs by their callers, each with labels that do it; at the first kind of server that has most of them. */
const formatPairs = ({ name, cells }: Row): string => {
  const most = cells.reduce((best, cell) => (cell.pairs.size > best.pairs.size ? cell : best));
  const simple = [...most.pairs.values()].filter(({ isSimple }) => isSimple);
  const lines = simple.map(
    ({ from, to, labels }) =>
      `${from.name} → ${to.name}  ${from.labels.map((label) => JSON.stringify(labels[label])).join(" ")}`,
  );
  return [`## ${name}: at ${letter(cells.indexOf(most))}, with the labels`, fenced(lines.join("\n"))].join(
    "\n\n",
  );
};
