import type { MetadataBearer } from "../client/metadata.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { isRecord } from "../protocol/shape-access.js";
import { valueAt } from "./value-at.js";

/** Items of whatever type, one after the other. */
export type ItemsOf = AsyncGenerator<unknown, undefined, unknown>;

/** Gives what is on the pages; to leave the loop ends the listing, too. */
export async function* itemsOf(pages: AsyncIterable<MetadataBearer>, path: readonly string[]): ItemsOf {
  for await (const page of pages) yield* itemsOn(page, path);
  return undefined;
}

/** @throws ResponseParseError where the items are neither a list nor a map: to pass them over would lose them */
function itemsOn(page: MetadataBearer, path: readonly string[]): Iterable<unknown> {
  const found = valueAt(page, path) ?? [];
  if (Array.isArray(found)) return found;
  if (isRecord(found)) return Object.entries(found);
  const { $metadata } = page;
  throw new ResponseParseError(`A page has no list of items at ${path.join(".")}.`, { $metadata });
}
