import { type BenchResult, missedTargets, type Row, ratio } from "./result.js";

/** Pixels. */
const WIDTH = 880;
const LINE = 22;
const TOP = 64;
const LABELS = 456;
const BARS = 330;

/** Where the official client's bar ends: what is worse than it is drawn up to the edge. */
const FULL = 1;

/**
 * The rows that have an official counterpart as bars, ours in the official client's. Colours follow the reader's
 * scheme; the same rows make the same picture.
 */
export const drawPicture = ({ setting, rows }: BenchResult): string => {
  const drawn = rows.filter((row) => row.targets.some(({ of }) => of === "official"));
  const height = TOP + drawn.length * LINE + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">`,
    '<title id="title">What calls of this client cost, compared with AWS\'s own</title>',
    STYLE,
    text(16, 26, "head", "Costs, as parts of what @aws-sdk/client-amplifybackend takes"),
    text(16, 46, "note", subtitle(setting)),
    ...drawn.flatMap((row, index) => drawRow(row, TOP + index * LINE)),
    "</svg>",
    "",
  ].join("\n");
};

const STYLE = `<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .head { font-weight: 600; font-size: 15px }
  .note { fill: #59636e; font-size: 12px }
  .number { text-anchor: end }
  .official { fill: #d1d9e0 }
  .ours { fill: #1a7f37 }
  .missed { fill: #bf8700 }
  .target { stroke: #59636e; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .note { fill: #9198a1 }
    .official { fill: #3d444d }
    .ours { fill: #2ea043 }
    .missed { fill: #d29922 }
    .target { stroke: #9198a1 }
  }
</style>`;

const subtitle = (setting: BenchResult["setting"]): string =>
  `Less is better; the stroke is the aim. Node ${setting["node"]}, ${setting["processor"]}, ${setting["date"]}`;

const drawRow = (row: Row, top: number): readonly string[] => {
  const part = ratio(row, "official") ?? 0;
  const limit = row.targets.find(({ of }) => of === "official")?.limit ?? 0;
  const isMissed = missedTargets(row).length > 0;
  const stroke = LABELS + round(Math.min(limit, FULL) * BARS);
  return [
    text(16, top + 15, "label", row.cost),
    bar(top, BARS, "official"),
    bar(top, round(Math.max(0, Math.min(part, FULL)) * BARS), isMissed ? "missed" : "ours"),
    `<line class="target" x1="${stroke}" x2="${stroke}" y1="${top + 2}" y2="${top + LINE - 2}"/>`,
    text(WIDTH - 16, top + 15, "number", `${Math.round(part * 100)} %`),
  ];
};

const bar = (top: number, width: number, kind: string): string =>
  `<rect class="${kind}" x="${LABELS}" y="${top + 4}" width="${width}" height="${LINE - 8}" rx="2"/>`;

const text = (x: number, y: number, kind: string, content: string): string =>
  `<text class="${kind}" x="${x}" y="${y}">${escapeXml(content)}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escapeXml = (content: string): string => content.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
