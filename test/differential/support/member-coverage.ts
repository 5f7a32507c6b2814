import type { Values } from "./arbitraries.js";
import type { Shape, StructureShape } from "./shapes.js";

/** How often a member was there, and how often not, where the structure that holds it was. */
interface Tally {
  readonly required: boolean;
  set: number;
  unset: number;
}

/** Counts how often each member of a structure, however deep, was set and left out: what was never tried proves nothing. */
export class MemberCoverage {
  readonly #title: string;
  readonly #tallies = new Map<string, Tally>();
  #values = 0;

  constructor(title: string, shape: StructureShape) {
    this.#title = title;
    this.#expectStructure(shape, "");
  }

  /** Counts one value. */
  add(shape: StructureShape, value: Values): void {
    this.#values++;
    this.#count(shape, value, "");
  }

  /** Members that were never set, and optional ones that never were not. */
  get gaps(): readonly string[] {
    const paths = [...this.#tallies];
    return [
      ...paths.filter(([, { set }]) => set === 0).map(([path]) => `${this.#title} ${path} was never set`),
      ...paths
        .filter(([, { required, unset }]) => !required && unset === 0)
        .map(([path]) => `${this.#title} ${path} was never left out`),
    ];
  }

  /** Title, number of values, and how often each member was set and left out where the structure that holds it was set. */
  get report(): string {
    const members = [...this.#tallies].map(([path, { set, unset }]) => `${path} ${set}/${unset}`);
    return `${this.#title}, ${this.#values} cases: ${members.join(", ")}`;
  }

  #expectStructure(shape: StructureShape, prefix: string): void {
    for (const member of shape.members) {
      const path = prefix + member.name;
      this.#tallies.set(path, { required: member.required, set: 0, unset: 0 });
      this.#expect(member.shape, path);
    }
  }

  #expect(shape: Shape, path: string): void {
    if (shape.kind === "structure") this.#expectStructure(shape, `${path}.`);
    if (shape.kind === "list") this.#expect(shape.item, `${path}[]`);
  }

  #count(shape: Shape, value: unknown, path: string): void {
    if (shape.kind === "list") {
      for (const item of value as readonly unknown[]) this.#count(shape.item, item, `${path}[]`);
    }
    if (shape.kind !== "structure") return;
    for (const member of shape.members) {
      const memberPath = path === "" ? member.name : `${path}.${member.name}`;
      const held = (value as Values)[member.name];
      const tally = this.#tallies.get(memberPath);
      if (tally !== undefined) tally[held === undefined ? "unset" : "set"]++;
      if (held !== undefined) this.#count(member.shape, held, memberPath);
    }
  }
}
