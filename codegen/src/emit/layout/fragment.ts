import type { CodeSymbol } from "../../plan/code-symbol.js";

/**
 * Code that knows where it may be broken into lines and which symbols it uses: nobody counts columns
 * or keeps lists of imports.
 */
export type Fragment = string | SymbolUse | LineBreak | Group | Indented | IfBroken | readonly Fragment[];

/** The name of a symbol, to be imported where it is declared elsewhere. */
export interface SymbolUse {
  readonly kind: "symbol";
  readonly symbol: CodeSymbol;
  /** Whether the use vanishes when types are stripped. */
  readonly typeOnly: boolean;
}

/** A place where a group that does not fit is broken. */
export interface LineBreak {
  readonly kind: "break";
  /** What stands there on one line. */
  readonly flat: string;
  /** Whether it is broken always. */
  readonly hard: boolean;
}

/** Code that stands on one line if it fits there, and else is broken at all its own breaks. */
export interface Group {
  readonly kind: "group";
  readonly contents: Fragment;
}

/** Code whose new lines are set in by one step. */
export interface Indented {
  readonly kind: "indented";
  readonly contents: Fragment;
}

/** Text that depends on whether the group around it is broken. */
export interface IfBroken {
  readonly kind: "ifBroken";
  readonly broken: string;
  readonly flat: string;
}

/** A break that is a space on one line. */
export const line: LineBreak = { kind: "break", flat: " ", hard: false };
/** A break that is nothing on one line. */
export const softLine: LineBreak = { kind: "break", flat: "", hard: false };
/** A new line in any case. */
export const hardLine: LineBreak = { kind: "break", flat: "", hard: true };

/** Code that stands on one line if it fits. */
export const group = (...contents: readonly Fragment[]): Group => ({ kind: "group", contents });
/** Code whose new lines are set in by one step. */
export const indented = (...contents: readonly Fragment[]): Indented => ({ kind: "indented", contents });
/** Text that only stands where the group around it is broken. */
export const ifBroken = (broken: string, flat = ""): IfBroken => ({ kind: "ifBroken", broken, flat });

/** Uses a symbol as a value. */
export const use = (symbol: CodeSymbol): SymbolUse => ({ kind: "symbol", symbol, typeOnly: false });
/** Uses a symbol as a type. */
export const useType = (symbol: CodeSymbol): SymbolUse => ({ kind: "symbol", symbol, typeOnly: true });

/** Puts a separator between fragments. */
export const join = (fragments: readonly Fragment[], separator: Fragment): Fragment =>
  fragments.map((fragment, index) => (index === 0 ? fragment : [separator, fragment]));

/** Puts each fragment on a line of its own. */
export const stacked = (...fragments: readonly Fragment[]): Fragment => join(fragments, hardLine);

/** @returns all uses of symbols within a fragment, in order */
export function symbolUses(fragment: Fragment): readonly SymbolUse[] {
  const uses: SymbolUse[] = [];
  collect(fragment, uses);
  return uses;
}

function collect(fragment: Fragment, uses: SymbolUse[]): void {
  if (typeof fragment === "string") return;
  if (isList(fragment)) {
    for (const part of fragment) collect(part, uses);
  } else if (fragment.kind === "symbol") {
    uses.push(fragment);
  } else if (fragment.kind === "group" || fragment.kind === "indented") {
    collect(fragment.contents, uses);
  }
}

/** Tells a list of fragments from a single one. */
export const isList = (fragment: Fragment): fragment is readonly Fragment[] => Array.isArray(fragment);
