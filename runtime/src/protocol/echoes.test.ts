import { inspect } from "node:util";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { StructureDescriptor } from "../descriptors/shape.js";
import { blotOut, secretsIn } from "./echoes.js";
import { REDACTED } from "./redact.js";

const inner: StructureDescriptor = {
  kind: "structure",
  name: "Inner",
  members: { Open: { target: "string" }, Secret: { target: "string", sensitive: true } },
};
const mode = { kind: "enum", name: "Mode", values: { EMAIL: "EMAIL" } } as const;
const shape: StructureDescriptor = {
  kind: "structure",
  name: "Outer",
  members: {
    Text: { target: "string" },
    One: { target: () => inner },
    Many: { target: { kind: "list", member: { target: () => inner } } },
    Codes: { target: { kind: "list", member: { target: "string", sensitive: true } } },
    Named: {
      target: { kind: "map", key: { target: "string", sensitive: true }, value: { target: () => inner } },
    },
    Hidden: {
      target: {
        kind: "union",
        name: "Choice",
        sensitive: true,
        members: { Mode: { target: mode }, Deep: { target: () => inner }, Size: { target: "integer" } },
      },
    },
  },
};

test("secrets of an input are found at any depth, and nothing else", () => {
  const input = {
    Text: "open",
    One: { Open: "open", Secret: "secret 1" },
    Many: [{ Secret: "secret 2" }, null, { Open: "open" }],
    Codes: ["secret 3", undefined, 5],
    Named: { "secret 4": { Open: "open", Secret: "secret 5" } },
    Hidden: { Mode: "EMAIL", Deep: { Open: "secret 6" }, Size: 5 },
    Unknown: "open",
  };
  const expected = Array.from({ length: 6 }, (_, index) => `secret ${index + 1}`);
  expect(secretsIn(shape, input).toSorted()).toEqual(expected);
});

test.each([undefined, null, 5, "text", [], { One: "text", Many: {}, Codes: "text", Named: 5 }])(
  "an input that is none has no secrets: %j",
  (input) => {
    expect(secretsIn(shape, input)).toEqual([]);
  },
);

describe("an answer", () => {
  test("is rid of secrets in texts and names, plain and as they stand in a path", () => {
    const answer = {
      message: "a b/cd is bad",
      "in a b/cd": [{ path: "/x/a%20b%2Fcd" }],
      count: 5,
      gone: null,
    };
    expect(blotOut(answer, ["a b/cd"])).toEqual({
      message: `${REDACTED} is bad`,
      [`in ${REDACTED}`]: [{ path: `/x/${REDACTED}` }],
      count: 5,
      gone: null,
    });
  });

  test("keeps what is so short that it may mean anything", () => {
    expect(blotOut({ message: "not" }, ["no", "", "ot", "not"])).toEqual({ message: "not" });
  });

  test.each([
    ["JSON in a text", (key: string) => JSON.stringify({ key })],
    ["JSON in JSON in a text", (key: string) => JSON.stringify(JSON.stringify({ key }))],
    ["what a console prints", (key: string) => inspect({ key })],
    ["HTML", (key: string) => `<pre>${key.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}</pre>`],
    ["a single line", (key: string) => key.replaceAll("\n", " ")],
    ["a piece", (key: string) => key.slice(key.indexOf("\n") + 1, key.lastIndexOf("\n"))],
  ])("is rid of the lines of a private key, repeated as %s", (_, write) => {
    const line = "MIGTAgEAMBMGByqGSM49AgEGCCqGSM49/wEHBHkwdwIBAQQg+5J1oFZhcEdBbXBs";
    const key = `-----BEGIN PRIVATE KEY-----\n${line}\nname="a" & <b>\n-----END PRIVATE KEY-----\n`;
    const { message } = blotOut({ message: `Bad: ${write(key)}` }, [key]);
    expect(message).toContain(REDACTED);
    expect(message).not.toContain(line.slice(0, 20));
  });

  test("is rid of a secret that holds another", () => {
    expect(blotOut(["long secret"], ["secret", "long secret"])).toEqual([REDACTED]);
  });

  test("keeps its keys, whatever they are called", () => {
    const answer = JSON.parse('{"__proto__":{"a":"secret"},"constructor":"b"}') as object;
    expect(JSON.stringify(blotOut(answer, ["secret"]))).toBe(
      `{"__proto__":{"a":"${REDACTED}"},"constructor":"b"}`,
    );
  });

  test("may be nested without end, and secrets may be half a character", () => {
    const deep = JSON.parse(`${"[".repeat(50_000)}"secret"${"]".repeat(50_000)}`) as unknown;
    const result = JSON.stringify(blotOut({ message: "m", deep }, ["secret", "half \ud800"]));
    expect(result).toMatch(/^{"message":"m"/);
    expect(result).not.toContain("secret");
  });

  test("never holds a secret afterwards", () => {
    const secret = fc.stringMatching(/^[^*]{6,20}$/).filter((text) => !REDACTED.includes(text));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (word, before, after) => {
        const { message } = blotOut({ message: `${before}${word}${after}` }, [word]);
        expect(message).not.toContain(word);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
