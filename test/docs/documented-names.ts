import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The two documents that say what the older SDKs have; never committed, for they are AWS's. */
const FOLDER = join(dirname(process.env["TINSMITH_DATA"] ?? join("..", "shared", "data")), "seeds");
const V2 = join(FOLDER, "js-sdk-v2-amplifybackend.txt");
const PHP = join(FOLDER, "php-sdk-v3-amplifybackend.txt");

/** Names that the documents themselves have. */
export interface DocumentedNames {
  readonly v2Options: readonly string[];
  readonly v2Members: readonly string[];
  readonly v2Operations: readonly string[];
  readonly phpMethods: readonly string[];
  readonly phpOperations: readonly string[];
  readonly phpShapes: readonly string[];
}

/** Reads the names out of the documents; nothing, and said out loud, where they are absent. */
export const readDocumentedNames = (): DocumentedNames | undefined => {
  if (!existsSync(V2) || !existsSync(PHP)) {
    console.warn(`SKIPPED: ${FOLDER} lacks the documents of the older SDKs; point TINSMITH_DATA beside them`);
    return undefined;
  }
  const [v2, php] = [readFileSync(V2, "utf8"), readFileSync(PHP, "utf8")];
  const options = between(v2, "Options Hash (options):", "Property Details");
  const inherited = [...v2.matchAll(/inherited from AWS\.Service\n\n(.+)\n/g)].flatMap(([, names = ""]) =>
    names.split(", "),
  );
  return {
    v2Options: found(options, /^ +• (\w+) [([]/gm),
    v2Members: [
      ...inherited,
      ...found(between(v2, "Property Details", "Method Details"), /^([a-z]\w+)AWS\./gm),
    ],
    v2Operations: found(v2, /^(\w+)\(params = \{\}, callback\)/gm),
    phpMethods: found(php, /\b(get\w+)\((?=['$]\w)/g),
    phpOperations: found(php, /\$client->(\w+)\(\[\/\*/g),
    phpShapes: found(php.slice(php.indexOf("\nShapes\n")), /^([A-Z]\w+)\n\nDescription\n/gm),
  };
};

const between = (text: string, start: string, end: string): string =>
  text.slice(text.indexOf(start), text.indexOf(end, text.indexOf(start)));

const found = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name)),
];
