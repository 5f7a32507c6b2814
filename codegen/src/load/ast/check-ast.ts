import type { Outcome } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { describeIssues } from "../../diagnostics/zod-issues.js";
import type { ValuePath } from "../../model/located-traits.js";
import type { ParsedFile } from "../parse/parsed-file.js";
import { AST_SCHEMAS, type AstShape, FILE_KEYS, MEMBER_KEYS, SHAPE_KEYS } from "./ast-schema.js";

/** A file of which the structure is right; its names are not yet resolved. */
export interface AstFile extends Pick<ParsedFile, "file" | "format" | "locate"> {
  readonly namespace?: string | undefined;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly shapes: Readonly<Record<string, AstShape>>;
}

/** Checks the structure of a parsed file; all problems at once. */
export const checkAst = ({ value, ...file }: ParsedFile): Outcome<AstFile> => {
  const result = AST_SCHEMAS[file.format].safeParse(value);
  if (result.success) return { ok: true, value: { ...file, ...result.data }, diagnostics: [] };
  const issues = describeIssues(result.error.issues, value, (path) => knownKeys(path, value));
  const diagnostics = issues.map(({ path, part, message, help }) => {
    const shapeId = shapeAt(path, value);
    return problem({
      location: file.locate(path, part),
      ...(shapeId === undefined ? {} : { shapeId }),
      message,
      help: helpFor(path) ?? help,
    });
  });
  return { ok: false, diagnostics };
};

const knownKeys = (path: ValuePath, root: unknown): readonly string[] => {
  if (path.length === 0) return FILE_KEYS;
  if (path[0] !== "shapes") return [];
  if (path.length === 2) return SHAPE_KEYS.get(String(read(root, [...path, "type"]))) ?? [];
  return path[2] === "members" || path[2] === "member" || path[2] === "key" || path[2] === "value"
    ? MEMBER_KEYS
    : ["target"];
};

/** The id of the shape or member that a place belongs to. */
const shapeAt = (path: ValuePath, root: unknown): string | undefined => {
  const [section, name, part, member] = path;
  if (section !== "shapes" || name === undefined) return undefined;
  const namespace = read(root, ["namespace"]);
  const id =
    String(name).includes("#") || typeof namespace !== "string" ? String(name) : `${namespace}#${name}`;
  return part === "members" && member !== undefined ? `${id}$${member}` : id;
};

/** Help for what stands, or should stand, at the root of a file. */
const helpFor = (path: ValuePath): string | undefined => {
  if (path.length !== 1) return undefined;
  if (path[0] === "smithy") return 'Begin the file with: smithy: "2.0"';
  return path[0] === "namespace" ? "Names in JSON are absolute: com.example#Name." : undefined;
};

const read = (root: unknown, path: ValuePath): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
