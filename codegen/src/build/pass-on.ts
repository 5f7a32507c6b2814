/** Imports and exports of listed names, as the bundler writes them: each on a line of its own. */
const LISTING = /^(?:import|export) \{ (?:[^{}]+ )?\}(?: from "[^"]+")?;$/;

/**
 * Names what a file of types only passes on once, instead of importing and exporting it.
 *
 * @throws Error if the file lists names in a form that is not known here, as another version of the bundler may do
 */
export function passOn(code: string, fileName: string): string {
  checkListings(code, fileName);
  const used = new Set(code.replace(/^(?:import|export) \{ .*$/gm, "").match(/[\w$]+/g));
  const [, list = ""] = /^export \{ (.*) \};$/m.exec(code) ?? [];
  const exported = new Map(list.split(", ").map((item) => [item.replace("type ", ""), item]));
  const imports = /^import \{ (.*) \} from (".*");$/gm;
  const shorter = code.replace(imports, (_whole, names: string, from: string) => {
    const imported = names.split(", ");
    const passed = imported.filter((name) => exported.has(name) && !used.has(name));
    const kept = imported.filter((name) => !passed.includes(name));
    const items = passed.flatMap((name) => exported.get(name) ?? []);
    for (const name of passed) exported.delete(name);
    return [listing("import", kept, from), listing("export", items, from)].join("\n").trim();
  });
  return shorter.replace(/^export \{ .* \};$/m, listing("export", [...exported.values()]));
}

const listing = (kind: "import" | "export", items: readonly string[], from?: string): string =>
  items.length === 0 ? "" : `${kind} { ${items.join(", ")} }${from === undefined ? "" : ` from ${from}`};`;

/** @throws Error at the first line that lists names, and is not understood */
function checkListings(code: string, fileName: string): void {
  const lines = code.match(/^(?:import|export) (?:type )?\{.*$/gm) ?? [];
  const unknown = lines.find((line) => !LISTING.test(line));
  if (unknown === undefined) return;
  throw new Error(
    `${fileName} lists names in a form that is not known here: ${unknown}\n` +
      "Look at what the bundler writes, and mend the patterns in pass-on.ts.",
  );
}
