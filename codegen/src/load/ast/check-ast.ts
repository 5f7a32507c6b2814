import type { z } from "zod";
import type { Attempt } from "../../diagnostics/attempt.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { describeIssues } from "../../diagnostics/zod-issues.js";
import type { ValuePath } from "../../model/located-traits.js";
import { isRecord, valueAt } from "../../model/values.js";
import type { ParsedFile } from "../parse/parsed-file.js";
import type { AstFile } from "./ast-file.js";
import { AST_SCHEMAS, FILE_KEYS, MEMBER_KEYS, metadataKeys, SHAPE_KEYS } from "./ast-schema.js";
import { checkNamespace } from "./check-namespace.js";

/** Checks the structure of a parsed file; all problems at once. What is right in it goes on. */
export const checkAst = (parsed: ParsedFile): Attempt<AstFile> => {
  const { value, ...file } = parsed;
  const result = AST_SCHEMAS[file.format].safeParse(value);
  const found: Attempt<AstFile> = result.success
    ? { value: { ...file, ...result.data, unread: [] }, diagnostics: [] }
    : {
        value: readablePart(parsed, result.error.issues),
        diagnostics: diagnose(parsed, result.error.issues),
      };
  const namespace = found.value === undefined ? [] : checkNamespace(found.value);
  return namespace.length === 0
    ? found
    : { value: undefined, diagnostics: [...found.diagnostics, ...namespace] };
};

const BEGINNING = 'Begin the file with: smithy: "2.0"';

const diagnose = (
  { value, format, locate }: ParsedFile,
  issues: readonly z.core.$ZodIssue[],
): Diagnostic[] => {
  const start = locate([], "value");
  if (value === null) return [problem({ location: start, message: "the file is empty", help: BEGINNING })];
  // Of a file that is no model at all, nothing else is worth telling.
  const isForeign = !isRecord(value) || value["smithy"] === undefined;
  const told = describeIssues(issues, value, (path) => knownKeys(path, value));
  return told
    .filter(({ path }) => !isForeign || path.length === 0 || path[0] === "smithy")
    .filter(({ path }) => !isUnreadable(value, path))
    .map(({ path, part, message, help }) => {
      const shapeId = shapeAt(path, value);
      return problem({
        location: locate(path, part),
        ...(shapeId === undefined ? {} : { shapeId }),
        message,
        help: helpFor(path, message, format) ?? help,
      });
    });
};

/** Whether there is a key, but the parser could not make a value of what stands behind it, and has told so. */
const isUnreadable = (root: unknown, path: ValuePath): boolean => {
  const parent = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  return isRecord(parent) && key !== undefined && Object.hasOwn(parent, key) && parent[key] === undefined;
};

/** The file without what is wrong in it; undefined where nothing is left to build on. */
const readablePart = (
  { value, ...file }: ParsedFile,
  issues: readonly z.core.$ZodIssue[],
): AstFile | undefined => {
  if (!isRecord(value)) return undefined;
  const { namespace, shapes } = value;
  const places = issues.filter(({ path: [section] }) => section === "shapes").map(({ path }) => path[1]);
  // What is wrong is the section itself.
  if (places.includes(undefined)) return undefined;
  const unread = new Set(places.map(String));
  const right = Object.entries(isRecord(shapes) ? shapes : {}).filter(([name]) => !unread.has(name));
  const part = { smithy: "2.0", shapes: Object.fromEntries(right) };
  const result = AST_SCHEMAS[file.format].safeParse(namespace === undefined ? part : { ...part, namespace });
  return result.success ? { ...file, ...result.data, unread: [...unread] } : undefined;
};

const knownKeys = (path: ValuePath, root: unknown): readonly string[] => {
  if (path.length === 0) return FILE_KEYS;
  if (path[0] === "metadata") return metadataKeys(path);
  if (path[0] !== "shapes") return [];
  if (path.length === 2) return SHAPE_KEYS.get(String(valueAt(root, [...path, "type"]))) ?? [];
  return path[2] === "members" || path[2] === "member" || path[2] === "key" || path[2] === "value"
    ? MEMBER_KEYS
    : ["target"];
};

/** The id of the shape or member that a place belongs to. */
const shapeAt = (path: ValuePath, root: unknown): string | undefined => {
  const [section, name, part, member] = path;
  if (section !== "shapes" || name === undefined) return undefined;
  const namespace = valueAt(root, ["namespace"]);
  const id =
    String(name).includes("#") || typeof namespace !== "string" ? String(name) : `${namespace}#${name}`;
  return part === "members" && member !== undefined ? `${id}$${member}` : id;
};

/** Help for what stands, or should stand, at a path. */
const helpFor = (path: ValuePath, message: string, format: ParsedFile["format"]): string | undefined => {
  if (path.length === 0 || path[0] === "smithy") return BEGINNING;
  if (path[0] === "namespace" && path.length === 1) {
    return message.startsWith("unknown key")
      ? "Names in JSON are absolute: com.example#Name."
      : "Write it like com.example.things.";
  }
  if (!message.startsWith("expected object")) return undefined;
  if (!isReference(path)) return message.endsWith("null") ? "Write {}, or leave the key out." : undefined;
  return format === "yaml"
    ? "Write the name of a shape, or { target: Name }."
    : 'Write it like { "target": "com.example#Name" }.';
};

/** Keys of shapes behind which several references stand. */
const LISTS: ReadonlySet<unknown> = new Set([
  ...["members", "mixins", "errors", "operations", "resources"],
  ...["collectionOperations", "identifiers", "properties"],
]);

/** Whether the name of a shape is due at a path. */
const isReference = ([section, , part, ...below]: ValuePath): boolean =>
  section === "shapes" &&
  part !== undefined &&
  below.length === (LISTS.has(part) ? 1 : 0) &&
  part !== "traits";
