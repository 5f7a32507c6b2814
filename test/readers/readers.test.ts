import { describe, expect, test } from "@jest/globals";
import {
  readFeatureFlags,
  readJobTimes,
  readMetaConfig,
  readModelIntrospectionSchema,
  readModels,
} from "@tinsmith/amplifybackend/readers";
import fc from "fast-check";
import { generateApiModels } from "../../model/extensions/local/payloads/api-models.js";

const SECRET = "canary-in-the-text";
const readers = { readFeatureFlags, readMetaConfig, readModelIntrospectionSchema, readModels };

describe.each(Object.entries(readers))("%s", (_name, read) => {
  test.each([[undefined], [null], [""]])("of %j there is nothing", (text) => {
    expect(read(text)).toBeUndefined();
  });

  test("reads an object; keys that objects inherit are keys like any other", () => {
    const found = read('{"a":[1,null],"__proto__":{"polluted":true},"constructor":"c"}');
    expect(Object.keys(found ?? {})).toEqual(["a", "__proto__", "constructor"]);
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("reads past a byte order mark, as files of Windows begin", () => {
    expect(read('\uFEFF{"a":1}')).toEqual({ a: 1 });
  });

  test("reads what is nested deeply", () => {
    expect(read(`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`)).toHaveProperty("a");
  });

  test.each([[5], [{ secret: SECRET }], [[SECRET]]])("of no text, %j, is an error, too", (value) => {
    expect(() => read(value as never)).toThrow(expect.objectContaining({ name: "ResponseParseError" }));
  });

  test.each([`{"a":"${SECRET}"`, `"${SECRET}"`, "[1]", "null", " ", `${SECRET}()`, "{a:1}"])(
    "%j is an error that does not quote it",
    (text) => {
      let error: unknown;
      try {
        read(text);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toMatchObject({
        name: "ResponseParseError",
        operation: expect.stringMatching(/^GetBackend/),
      });
      expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain("canary");
      expect((error as Error).cause).toBeUndefined();
    },
  );
});

describe("readModels", () => {
  const schema = { models: { Todo: { name: 'To"do // no comment /* at all */ };' } }, version: "1" };
  const json = JSON.stringify(schema, undefined, 2);

  test.each([
    json,
    `export const schema = ${json};`,
    `export const schema = ${json}`,
    `export const schema = ${json};\r\n\n`,
    `/* made by "Amplify" */\n// do not edit\nexport const schema: Schema<Models> /* type */ = ${json} as const; // end`,
    `export  const schema=${json.replaceAll("\n", "// more\n")} ;`,
  ])("reads %j", (text) => {
    expect(readModels(text)).toEqual(schema);
  });

  test.each([
    `export const other = ${json};`,
    `export const schema = ${json}; alert(1);`,
    `export const schema = (() => (${json}))();`,
    `export const schema = ${json}; export const more = {};`,
    "export const schema = {};}",
    "export const schema = ",
    "export const schema",
    "/* export const schema = {};",
  ])("refuses %j", (text) => {
    expect(() => readModels(text)).toThrow(expect.objectContaining({ name: "ResponseParseError" }));
  });

  test("reads what the local service generates", () => {
    const { models, modelIntrospectionSchema } = generateApiModels("type Todo @model { id: ID! }");
    expect(readModels(models)?.models).toHaveProperty("Todo");
    expect(readModelIntrospectionSchema(modelIntrospectionSchema)).toHaveProperty("models");
  });

  test("reads any object in both forms, and executes nothing", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        const expected = JSON.parse(text) as object;
        expect(readModels(`// head\nexport const schema = ${text};\n`)).toEqual(expected);
        expect(readModels(text)).toEqual(expected);
      }),
      { numRuns: 300, seed: 20_200_811 },
    );
  });

  test("answers anything with an object or its error", () => {
    const piece = fc.constantFrom(
      "export const schema",
      "=",
      "{",
      "}",
      '"',
      "\\",
      "//",
      "/*",
      "*/",
      ";",
      "\n",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          expect(typeof (readModels(pieces.join("")) ?? {})).toBe("object");
        } catch (error) {
          expect(error).toMatchObject({ name: "ResponseParseError" });
        }
      }),
      { numRuns: 2000, seed: 20_200_811 },
    );
  });

  test("takes time in proportion to the text", () => {
    for (const text of ["/*", '"', '\\"', "//", " ", "export "]) {
      expect(() => readModels(`export const schema ${text.repeat(200_000)}`)).toThrow("Models");
    }
    for (const blanks of [" ".repeat(200_000), "\n\t".repeat(100_000)]) {
      expect(() => readModels(`export const schema = {}${blanks}x`)).toThrow("Models");
      expect(() => readModels(`export const schema = {} as const${blanks}x`)).toThrow("Models");
    }
  });
});

describe("readJobTimes", () => {
  test("gives dates; what is missing stays undefined", () => {
    expect(readJobTimes({ CreateTime: "1735689600000", UpdateTime: "0" })).toEqual({
      createTime: new Date("2025-01-01T00:00:00.000Z"),
      updateTime: new Date(0),
    });
    expect(readJobTimes({ CreateTime: "" })).toEqual({ createTime: undefined, updateTime: undefined });
  });

  test.each(["yesterday", "-1", "1.5", "1e3", " 1", "0x10", "9999999999999999", "2025-01-01"])(
    "refuses %j",
    (text) => {
      expect(() => readJobTimes({ CreateTime: text })).toThrow("CreateTime");
      expect(() => readJobTimes({ UpdateTime: text })).toThrow("UpdateTime");
    },
  );

  test("does not say of which operation the job is: there are several", () => {
    expect(() => readJobTimes({ CreateTime: "now" })).toThrow(
      expect.objectContaining({
        message: "CreateTime is not a number of milliseconds since 1970.",
        operation: undefined,
      }),
    );
  });
});
