import { lazyLocation, type SourceLocation } from "../../diagnostics/location.js";
import type { LocatedTrait, ValuePath } from "../../model/located-traits.js";
import { LocatedTraits } from "../../model/located-traits.js";
import type { Member, Reference } from "../../model/model.js";
import type { AstFile } from "../ast/ast-file.js";
import type { AstMember, AstReference } from "../ast/ast-schema.js";
import type { Part } from "../parse/parsed-file.js";
import { type Declared, resolveShape, resolveTrait } from "./names.js";

/** Reads parts of one file into parts of the model: names resolved, places kept. */
export interface FileScope {
  readonly file: AstFile;
  readonly place: (path: ValuePath, part: Part) => SourceLocation;
  readonly shapeId: (name: string) => string;
  readonly reference: (ast: AstReference, path: ValuePath) => Reference;
  readonly references: (ast: readonly AstReference[] | undefined, path: ValuePath) => readonly Reference[];
  readonly member: (name: string, ast: AstMember, path: ValuePath) => Member;
  readonly members: (
    ast: Readonly<Record<string, AstMember>>,
    path: ValuePath,
  ) => ReadonlyMap<string, Member>;
  readonly traits: (ast: Readonly<Record<string, unknown>> | undefined, path: ValuePath) => LocatedTraits;
}

/** The reader of one file. */
export const createFileScope = (file: AstFile, declared: Declared): FileScope => {
  const { namespace } = file;
  const place: FileScope["place"] = (path, part) => lazyLocation(file.file, () => file.locate(path, part));
  const shapeId: FileScope["shapeId"] = (name) => resolveShape(name, namespace, declared);
  const reference: FileScope["reference"] = ({ target }, path) => ({
    target: shapeId(target),
    // In the short form there is no `target` below the path: then it is the path's own place.
    location: place([...path, "target"], "value"),
  });
  const traits: FileScope["traits"] = (ast, path) =>
    new LocatedTraits(
      Object.entries(ast ?? {}).map(([name, written]): LocatedTrait => {
        const id = resolveTrait(name, namespace, declared);
        const value = file.format === "yaml" ? expandAnnotation(id, written) : written;
        const locate: LocatedTrait["locate"] = (below) => place([...path, name, ...below], "key");
        return { id, value, locate };
      }),
    );
  const member: FileScope["member"] = (name, ast, path) => ({
    name,
    target: shapeId(ast.target),
    traits: traits(ast.traits, [...path, "traits"]),
    location: place(path, "key"),
  });
  return {
    file,
    place,
    shapeId,
    reference,
    references: (ast, path) => (ast ?? []).map((each, index) => reference(each, [...path, index])),
    member,
    members: (ast, path) =>
      new Map(Object.entries(ast).map(([name, each]) => [name, member(name, each, [...path, name])])),
    traits,
  };
};

/** Traits whose value may be a boolean, right or wrong. */
const WITH_VALUE: ReadonlySet<string> = new Set([
  "smithy.api#default",
  "smithy.api#documentation",
  "smithy.api#enumValue",
]);

/** In YAML an annotation may be `true` instead of `{}`. */
const expandAnnotation = (id: string, value: unknown): unknown =>
  value === true && !WITH_VALUE.has(id) ? {} : value;
