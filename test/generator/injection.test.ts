import { describe, expect, test } from "@jest/globals";
import { buildModel, generatePackage, validateModel } from "@tinsmith/codegen";
import ts from "typescript";

/** Texts that would run, or break out, if they went into code as they are; `planted` is what to look for there. */
const PAYLOADS = [
  "*/ planted(); /*",
  '"; planted(); "',
  "'; planted(); '",
  "`; planted(); `",
  `\${planted()}`,
  `\\\`\${planted()}\\\``,
  '\\"; planted(); //',
  "a\nplanted();\n",
  "a\r\nplanted();\r\n",
  "a\u2028planted();\u2029",
  "{@link planted} @example\n```ts\nplanted();\n```",
  "```\nplanted();\n```",
  "</script><script>planted()</script>",
];

/** Places of a model that hold a text of the author's choice, as a model with one operation. */
const PLACES: Readonly<Record<string, (text: string) => object>> = {
  "the service's documentation": (text) => model({ service: { documentation: text } }),
  "the service's title": (text) => model({ service: { title: text } }),
  "an operation's documentation": (text) => model({ operation: { documentation: text } }),
  "a deprecation's message": (text) => model({ operation: { deprecated: { message: text, since: text } } }),
  "a link's name and address": (text) => model({ operation: { externalDocumentation: { [text]: text } } }),
  "an example": (text) =>
    model({ operation: { examples: [{ title: text, documentation: text, input: { Word: text } }] } }),
  "a member's documentation": (text) => model({ member: { documentation: text } }),
  "a member's name in JSON": (text) => model({ member: { jsonName: text } }),
  "a header's name": (text) => model({ member: { httpHeader: text } }),
  "a query parameter's name": (text) => model({ member: { httpQuery: text } }),
  "a pattern": (text) => model({ member: { pattern: text } }),
  "an enum's value": (text) => model({ value: text }),
  "a route": (text) => model({ operation: { http: { method: "POST", uri: `/${text}` } } }),
  "a method": (text) => model({ operation: { http: { method: text, uri: "/send" } } }),
  "a version": (text) => model({ version: text }),
  "the id of the SDK": (text) =>
    model({ service: { "aws.api#service": { sdkId: text, endpointPrefix: text } } }),
  "the name for signatures": (text) => model({ service: { "aws.auth#sigv4": { name: text } } }),
  "the description of the package": (text) => model({ about: { description: text } }),
  "the name of the package": (text) => model({ about: { name: text } }),
  "the version of the package": (text) => model({ about: { version: text } }),
  "the repository of the package": (text) => model({ about: { repository: { type: "git", url: text } } }),
  "the name of a shape": (text) => model({ shape: text }),
  "the name of a member": (text) => model({ name: text }),
  "the namespace": (text) => model({ namespace: text }),
};

/** What of the model is someone else's choice. */
interface Choice {
  readonly service?: object;
  readonly operation?: object;
  readonly member?: object;
  readonly about?: object;
  readonly value?: string;
  readonly version?: string;
  readonly shape?: string;
  readonly name?: string;
  readonly namespace?: string;
}

const model = (choice: Choice): object => {
  const { value = "a", version = "2024-01-01", shape = "Letter", name = "Word", namespace = "a.b" } = choice;
  const id = (local: string): string => `${namespace}#${local}`;
  const service = {
    "aws.protocols#restJson1": {},
    "aws.auth#sigv4": { name: "post" },
    "aws.api#service": { sdkId: "Post", endpointPrefix: "post" },
    ...choice.service,
  };
  const operation = { http: { method: "POST", uri: "/send" }, ...choice.operation };
  const traits = (values: object): object =>
    Object.fromEntries(
      Object.entries(values).map(([trait, each]) => [
        trait.includes("#") ? trait : `smithy.api#${trait}`,
        each,
      ]),
    );
  const about = {
    name: "@a/post",
    version: "1.0.0",
    description: "Post.",
    runtime: "^0.1.0",
    ...choice.about,
  };
  return {
    smithy: "2.0",
    metadata: { tinsmith: { package: about } },
    shapes: {
      [id("Post")]: {
        type: "service",
        version,
        operations: [{ target: id("Send") }],
        traits: traits(service),
      },
      [id("Send")]: { type: "operation", input: { target: id(shape) }, traits: traits(operation) },
      [id(shape)]: {
        type: "structure",
        members: {
          [name]: { target: "smithy.api#String", traits: traits(choice.member ?? {}) },
          Kind: { target: id("Kind") },
        },
        traits: { "smithy.api#input": {} },
      },
      [id("Kind")]: {
        type: "enum",
        members: { A: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } } },
      },
    },
  };
};

/** The files of a package, or nothing where the model is refused. */
const generate = (place: string, text: string): ReadonlyMap<string, string> | undefined => {
  const ast = PLACES[place]?.(text);
  const built = buildModel([{ file: "model.json", text: JSON.stringify(ast) }]);
  if (!built.ok) return undefined;
  const service = validateModel(built.value);
  if (!service.ok) return undefined;
  const generated = generatePackage(built.value, service.value.id, { extensionEntries: [] });
  return generated.ok ? new Map(generated.value.map(({ path, contents }) => [path, contents])) : undefined;
};

/** What of a file is code, and has to do with the planted text; what is no TypeScript at all. */
const effectsIn = (path: string, contents: string): string[] => {
  const file = ts.createSourceFile(path, contents, ts.ScriptTarget.Latest, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  const found = parseDiagnostics.map(({ messageText }) => `${path}: ${JSON.stringify(messageText)}`);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text.includes("planted"))
      found.push(`${path}: ${node.parent.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

describe("a text out of a model does nothing but stand there", () => {
  const accepted = new Set<string>();

  test.each(Object.keys(PLACES))("as %s", (place) => {
    for (const payload of PAYLOADS) {
      const files = generate(place, payload);
      if (files === undefined) continue;
      accepted.add(place);
      const sources = [...files].filter(([path]) => path.endsWith(".ts"));
      expect([payload, sources.flatMap(([path, contents]) => effectsIn(path, contents))]).toEqual([
        payload,
        [],
      ]);
      for (const path of files.keys()) expect(path).toMatch(/^(?!.*\.\.)[\w@][\w./@-]*$/);
    }
  });

  test("and most of the places take such texts at all", () => {
    expect([...accepted]).toEqual(
      expect.arrayContaining([
        "the service's documentation",
        "an operation's documentation",
        "a deprecation's message",
        "a member's documentation",
        "a member's name in JSON",
        "an enum's value",
        "an example",
      ]),
    );
  });

  test.each(["the name of a shape", "the name of a member", "the namespace"])("%s cannot be one", (place) => {
    for (const text of [...PAYLOADS, "../../escape", "a/b", "a\\b", "..", ""]) {
      expect([text, generate(place, text)]).toEqual([text, undefined]);
    }
  });

  test("and would be found, were it code", () => {
    expect(effectsIn("a.ts", "const a = planted();")).toEqual(["a.ts: planted()"]);
    expect(effectsIn("a.ts", "/** */ } */")).not.toEqual([]);
    expect(generate("an enum's value", "a")?.size).toBeGreaterThan(10);
  });
});
