/**
 * The pages of a listing, each fetched when it is asked for, not before. To leave the loop ends the listing.
 *
 * @typeParam Page - the operation's result
 * @typeParam Token - what names a page
 * @see AsyncGenerator, for `for await`
 */
export interface Paginator<Page, Token = unknown> extends AsyncGenerator<Page, undefined, unknown> {
  /**
   * Token of the page after those that were fetched: pass it as `startingToken` to go on after an error or `maxPages`.
   * Undefined before the first page and after the last.
   */
  readonly nextToken: Token | undefined;
  /** Ends the listing. */
  return(value?: undefined): Promise<IteratorResult<Page, undefined>>;
}

/** The pages of a listing, or what is on them. */
export interface ItemPaginator<Page, Item, Token = unknown> extends Paginator<Page, Token> {
  /** What is on the pages that have not been read yet, one after the other; of a map, pairs of key and value. */
  items(): AsyncGenerator<Item, undefined, unknown>;
}
