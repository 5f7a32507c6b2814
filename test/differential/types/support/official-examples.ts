import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Example } from "../../../examples/read-examples.js";
import type { Program } from "./project.js";

const DECLARATIONS = "node_modules/@aws-sdk/client-amplifybackend/dist-types/commands";
const EXAMPLE = /^ \* @example\n[\s\S]*?^ \* ```javascript\n([\s\S]*?)^ \* ```$/m;

/** An example that comes with a command of the official client. */
export interface OfficialExample {
  /** E.g. `CloneBackend`. */
  readonly operation: string;
  /** As it stands there: JavaScript, with placeholders. */
  readonly code: string;
}

/** The examples of all commands of the official client, as installed. */
export const readOfficialExamples = (): readonly OfficialExample[] =>
  readdirSync(DECLARATIONS)
    .filter((file) => file.endsWith("Command.d.ts"))
    .sort()
    .map((file) => {
      const comment = EXAMPLE.exec(readFileSync(join(DECLARATIONS, file), "utf8"))?.[1];
      if (comment === undefined) throw new Error(`${file} has no example.`);
      return { operation: file.replace("Command.d.ts", ""), code: comment.replace(/^ \* ?/gm, "") };
    });

/**
 * Makes a program out of an example, by rules:
 *
 * - a placeholder becomes what our own example of the operation has for the member, else something made up;
 * - of alternatives (`"ON" || "OFF"`) it is the one that our own example has, else the first;
 * - a `NextToken` is left out: only the service can make one;
 * - the input gets its type: the example is JavaScript, and TypeScript would take `"ON"` for any text;
 * - the program becomes the body of a function `main` that prints the result.
 */
export const programOf = ({ operation, code }: OfficialExample, own: Example): Program => {
  const values = valuesIn(own.code);
  const [head = "", ...body] = code.split(/^(?=const config)/m);
  const main = body
    .join("")
    .replace("const input = {", `const input: ${operation}CommandInput = {`)
    .replace(/^ +NextToken: "STRING_VALUE",\n/gm, "")
    .replace(
      MEMBER,
      (_text, name: string, value: string) => `${name}: ${choose(value, values.get(name), name)}`,
    )
    .replace(ITEM, (_text, space: string, value: string) => `${space}${choose(value, undefined, "item")},`);
  const imports = head.replace("import { ", `import { type ${operation}CommandInput, `);
  return {
    file: `${operation}.ts`,
    code: `${imports}\nexport async function main() {\n${main}\n${PRINT}\n}\n`,
  };
};

const PRINT =
  "const { $metadata, ...result } = response;\nconsole.log($metadata.httpStatusCode, JSON.stringify(result));";

/** A value in an example: a placeholder, or alternatives. */
const VALUE = String.raw`(?:"[^"]*"|true|false|Number\("\w+"\))(?: \|\| (?:"[^"]*"|true|false))*`;
const MEMBER = new RegExp(String.raw`\b(\w+): (${VALUE})(?=,)`, "g");
const ITEM = new RegExp(`^( +)(${VALUE}),`, "gm");

/** The values of members that an example of ours has in its input. */
const valuesIn = (code: string): ReadonlyMap<string, string> =>
  new Map(
    [
      ...code.replace(/^\/\/ result[\s\S]*/m, "").matchAll(/\b(\w+): ("(?:[^"\\]|\\.)*"|\d+|true|false)/g),
    ].map(([, name = "", value = ""]) => [name, value]),
  );

const choose = (placeholder: string, own: string | undefined, name: string): string => {
  if (placeholder === '"STRING_VALUE"') return own ?? JSON.stringify(`some ${name}`);
  if (placeholder.startsWith("Number(")) return own ?? "8";
  const alternatives = placeholder.split(" || ");
  return alternatives.find((each) => each === own) ?? alternatives[0] ?? placeholder;
};
