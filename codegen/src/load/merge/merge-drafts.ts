import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { formatLocation } from "../../diagnostics/location.js";
import { problem } from "../../diagnostics/outcome.js";
import type { ShapeId } from "../../model/model.js";
import type { Draft } from "../build/draft.js";
import { sameMeaning } from "./same.js";

/** One draft for each id. */
export interface MergedDrafts {
  readonly drafts: ReadonlyMap<ShapeId, Draft>;
  /** Ids that are not among them, since two files define them differently: nobody knows which is meant. */
  readonly ambiguous: ReadonlySet<ShapeId>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Merges the files' shapes; the same shape may be defined twice only if both say the same. */
export const mergeDrafts = (all: readonly Draft[]): MergedDrafts => {
  const drafts = new Map<ShapeId, Draft>();
  const ambiguous = new Set<ShapeId>();
  const diagnostics: Diagnostic[] = [];
  for (const draft of all) {
    const earlier = drafts.get(draft.shape.id);
    if (earlier === undefined) drafts.set(draft.shape.id, draft);
    else if (!sameMeaning(earlier, draft)) {
      ambiguous.add(draft.shape.id);
      diagnostics.push(duplicate(draft, earlier));
    }
  }
  for (const id of ambiguous) drafts.delete(id);
  return { drafts, ambiguous, diagnostics };
};

const duplicate = ({ shape }: Draft, { shape: earlier }: Draft): Diagnostic =>
  problem({
    location: shape.location,
    shapeId: shape.id,
    message: `already defined, differently, at ${formatLocation(earlier.location)}`,
    help: "Keep one of the two, or give one another name.",
  });
