import { systematicValues } from "../../support/arbitraries.js";
import type { Answer } from "../../support/both-clients.js";
import type { OfficialOperation } from "../../support/official-operations.js";
import { type StructureShape, wireValue } from "../../support/shapes.js";

/** A form that an answer may take, for any operation. */
export type Form = (operation: OfficialOperation) => Answer;

/** Every member of the answer holds the same; not to be used with what both clients read in two ways. */
const allAre =
  (value: unknown): Form =>
  ({ output }) => ({ body: toJson(eachMember(output, () => value)) });

/** Whatever is no structure and no list, at any depth, is the same. */
const endsAre =
  (value: unknown): Form =>
  ({ output }) => ({ body: toJson(replaceEnds(fullOf(output), value)) });

const full: Form = ({ output }) => ({ body: toJson(fullOf(output)) });

const withStatus =
  (status: number): Form =>
  (operation) => ({ ...full(operation), status });

const withType =
  (type: string): Form =>
  (operation) => ({ ...full(operation), headers: [["Content-Type", type]] });

const withBody =
  (body: Answer["body"] & {}): Form =>
  () => ({ body });

/** Answers with 2xx out of which both clients make the same. */
export const forms: Readonly<Record<string, Form>> = {
  "every member": full,
  "no body": withBody(""),
  "an empty object": withBody("{}"),
  "white space around": (operation) => ({ body: ` \r\n\t${String(full(operation).body)}\n` }),
  "every member null": allAre(null),
  "texts everywhere": allAre("text"),
  "empty texts everywhere": allAre(""),
  "numbers everywhere": allAre(-1.5),
  "zeros everywhere": allAre(0),
  "numbers that are texts": allAre("42"),
  "true everywhere": allAre(true),
  "false everywhere": allAre(false),
  "empty objects everywhere": allAre({}),
  "objects everywhere": allAre({ a: { b: null, c: [null] } }),
  "texts at all ends": endsAre("text"),
  "numbers at all ends": endsAre(7),
  "booleans at all ends": endsAre(false),
  "objects at all ends": endsAre({ a: [{}] }),
  "NaN at all ends": endsAre("NaN"),
  "NaN everywhere": allAre("NaN"),
  "Infinity everywhere": allAre("Infinity"),
  "-Infinity everywhere": allAre("-Infinity"),
  "numbers too large": ({ output }) => ({ body: literals(output, "1e400") }),
  "integers too large": ({ output }) => ({ body: literals(output, "123456789012345678901234567890") }),
  "unknown members": ({ output }) => ({
    body: toJson({ a: 1, "": null, $metadata: { requestId: "forged" }, ...fullOf(output), z: [null] }),
  }),
  "keys that every object has": ({ output }) => ({
    body: `{"__proto__":{"AppId":"x"},"constructor":{"prototype":{"p":1}},"toString":1,${toJson(fullOf(output)).slice(1)}`,
  }),
  "nothing but __proto__": withBody('{"__proto__":{"appId":"x","jobs":[]}}'),
  "members twice": ({ output }) => ({
    body: `${toJson(eachMember(output, () => "first")).slice(0, -1)},${toJson(fullOf(output)).slice(1)}`,
  }),
  "members as the model names them": ({ output }) => ({
    body: toJson(Object.fromEntries(output.members.map(({ name }) => [name, "x"]))),
  }),
  "members in capitals": ({ output }) => ({
    body: toJson(
      eachMember(
        output,
        () => 1,
        (name) => name.toUpperCase(),
      ),
    ),
  }),
  "members in small letters": ({ output }) => ({
    body: toJson(
      eachMember(
        output,
        () => 1,
        (name) => name.toLowerCase(),
      ),
    ),
  }),
  "words that no enum has": allAre("SOMETHING_NEW"),
  "a job's error": ({ output }) => ({
    body: toJson({ ...fullOf(output), error: "it failed", Error: "it failed" }),
  }),
  "the name of an error": (operation) => ({
    body: toJson({
      ...fullOf(operation.output),
      code: "NotFoundException",
      __type: "NotFoundException",
      message: "m",
    }),
    headers: [["x-amzn-ErrorType", "NotFoundException"]],
  }),
  "text of all planes": allAre('é\u2028\0"\\/😀\ud800'),
  "long text": allAre("x".repeat(100_000)),
  "status 201": withStatus(201),
  "status 202": withStatus(202),
  "status 203": withStatus(203),
  "status 204": withStatus(204),
  "status 205": withStatus(205),
  "status 206": withStatus(206),
  "status 226": withStatus(226),
  "status 299": withStatus(299),
  "type with charset": withType("application/json; charset=UTF-8"),
  "type with another charset": withType("application/json;charset=iso-8859-1"),
  "AWS's own type": withType("application/x-amz-json-1.1"),
  "type of a text": withType("text/plain"),
  "type of a page": withType("text/html"),
  "type that is none": withType("nonsense"),
  "a body of known length": (operation) => {
    const { body = "" } = full(operation);
    return { body, headers: [["Content-Length", String(Buffer.byteLength(body))]] };
  },
};

/** A body that has everything in it. */
const fullOf = (shape: StructureShape): object => wireValue(shape, systematicValues(shape).at(-1)) as object;

function replaceEnds(value: unknown, end: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceEnds(item, end));
  if (typeof value !== "object" || value === null) return end;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaceEnds(each, end)]));
}

const eachMember = (
  { members }: StructureShape,
  value: () => unknown,
  rename: (name: string) => string = (name) => name,
): object => Object.fromEntries(members.map(({ wireName }) => [rename(wireName), value()]));

const toJson = (body: unknown): string => JSON.stringify(body);

/** A body whose members hold what JavaScript cannot. */
const literals = (shape: StructureShape, literal: string): string =>
  toJson(eachMember(shape, () => "?")).replaceAll('"?"', literal);
