// Copied by tinsmith from model/extensions/readers/models.ts. Do not edit: change that file and run `npm run generate`.
import { isMissing, type JsonObject, parseObject, type TextMember } from "./json.js";
import { withoutComments } from "./without-comments.js";

/** What Amplify's code generator makes of a GraphQL schema. */
export interface ModelsSchema extends JsonObject {
  /** Types with a table of their own, by name. */
  readonly models?: JsonObject;
  readonly enums?: JsonObject;
  /** Types without a table, by name. */
  readonly nonModels?: JsonObject;
  /** Changes with the schema. */
  readonly version?: string;
}

const MEMBER: TextMember = { operation: "GetBackendAPIModels", name: "Models" };
const EXPECTED = "JSON, nor `export const schema = …` with JSON";

/** What begins the module, a type of the constant included. */
const DECLARATION = /^\s*export\s+const\s+schema\b[^="]*=/;
/** What may stand behind the value, but for blanks at its ends: to look for them here would take the square of their number. */
const REST = /^(?:as\s+const\s*)?;?$/;

/**
 * Reads `Models` of GetBackendAPIModels. The service sends a module of JavaScript, `export const schema = {…};`, though its
 * documentation says JSON: both are read, comments and a type of the constant included. Nothing is executed.
 *
 * @throws ResponseParseError where it is neither
 */
export function readModels(text: string | null | undefined): ModelsSchema | undefined {
  if (isMissing(text)) return undefined;
  const plain = typeof text === "string" ? withoutComments(text) : "";
  const declaration = DECLARATION.exec(plain)?.[0];
  if (declaration === undefined) return parseObject(plain, MEMBER, EXPECTED);
  const value = plain.slice(declaration.length, plain.lastIndexOf("}") + 1);
  const rest = plain.slice(declaration.length + value.length).trim();
  return parseObject(REST.test(rest) ? value : "", MEMBER, EXPECTED);
}
