import { lazyLocation, type SourceLocation } from "../../diagnostics/location.js";
import type { LocatedTrait, ValuePath } from "../../model/located-traits.js";
import { LocatedTraits } from "../../model/located-traits.js";
import type { Member, Reference } from "../../model/model.js";
import type { AstFile } from "../ast/ast-file.js";
import type { AstMember, AstReference } from "../ast/ast-schema.js";
import type { Part } from "../parse/parsed-file.js";
import { type Declared, resolveShape, resolveTrait } from "./names.js";

/** Reads parts of one file into parts of the model: names resolved, places kept. */
export class FileScope {
  readonly file: AstFile;
  readonly #declared: Declared;

  constructor(file: AstFile, declared: Declared) {
    this.file = file;
    this.#declared = declared;
  }

  place(path: ValuePath, part: Part): SourceLocation {
    return lazyLocation(this.file.file, () => this.file.locate(path, part));
  }

  shapeId(name: string): string {
    return resolveShape(name, this.file.namespace, this.#declared);
  }

  reference({ target }: AstReference, path: ValuePath): Reference {
    return {
      target: this.shapeId(target),
      // In the short form there is no `target` below the path: then it is the path's own place.
      location: this.place([...path, "target"], "value"),
    };
  }

  references(ast: readonly AstReference[] | undefined, path: ValuePath): readonly Reference[] {
    return (ast ?? []).map((each, index) => this.reference(each, [...path, index]));
  }

  namedReferences(
    ast: Readonly<Record<string, AstReference>> | undefined,
    path: ValuePath,
  ): ReadonlyMap<string, Reference> {
    return new Map(
      Object.entries(ast ?? {}).map(([name, each]) => [name, this.reference(each, [...path, name])]),
    );
  }

  member(name: string, { target, traits }: AstMember, path: ValuePath): Member {
    return {
      name,
      target: this.shapeId(target),
      traits: this.traits(traits, [...path, "traits"]),
      location: this.place(path, "key"),
    };
  }

  members(ast: Readonly<Record<string, AstMember>>, path: ValuePath): ReadonlyMap<string, Member> {
    return new Map(
      Object.entries(ast).map(([name, each]) => [name, this.member(name, each, [...path, name])]),
    );
  }

  traits(ast: Readonly<Record<string, unknown>> | undefined, path: ValuePath): LocatedTraits {
    return new LocatedTraits(
      Object.entries(ast ?? {}).map(([name, written]): LocatedTrait => {
        const id = resolveTrait(name, this.file.namespace, this.#declared);
        const value = this.file.format === "yaml" ? expandAnnotation(id, written) : written;
        return { id, value, locate: (below) => this.place([...path, name, ...below], "key") };
      }),
    );
  }
}

/** Traits whose value may be a boolean, right or wrong. */
const WITH_VALUE: ReadonlySet<string> = new Set([
  "smithy.api#default",
  "smithy.api#documentation",
  "smithy.api#enumValue",
]);

/** In YAML an annotation may be `true` instead of `{}`. */
const expandAnnotation = (id: string, value: unknown): unknown =>
  value === true && !WITH_VALUE.has(id) ? {} : value;
