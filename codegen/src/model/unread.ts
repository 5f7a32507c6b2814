import type { ShapeId } from "./model.js";

/** Shapes that are in the model's files but could not be read. To name one of them is no mistake. */
export interface Unread {
  readonly has: (id: ShapeId) => boolean;
  readonly isEmpty: boolean;
}

/** Everything was read. */
export const NOTHING_UNREAD: Unread = { has: () => false, isEmpty: true };

/** A whole file could not be read: it may have held any shape. */
export const ANYTHING_UNREAD: Unread = { has: () => true, isEmpty: false };

/** These shapes could not be read. */
export const unreadShapes = (ids: Iterable<ShapeId>): Unread => {
  const set = new Set(ids);
  return { has: (id) => set.has(id), isEmpty: set.size === 0 };
};
