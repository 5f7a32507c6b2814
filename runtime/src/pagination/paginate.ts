import type { Command } from "../client/command.js";
import type { MetadataBearer } from "../client/metadata.js";
import type { RequestOptions } from "../client/request-options.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { PaginationError } from "../errors/pagination-error.js";
import { type ItemsOf, itemsOf } from "./items-of.js";
import type { PaginationConfiguration } from "./pagination-configuration.js";
import type { ItemPaginator, Paginator } from "./paginator.js";
import { valueAt } from "./value-at.js";

/** How an operation is paged, from the model's `paginated` trait. */
export interface PaginatorDescriptor<
  Input extends object,
  Output extends MetadataBearer,
  Failure extends Error,
> {
  readonly command: new (input: Input) => Command<Input, Output, Failure>;
  /** The input member that takes the token of a page. */
  readonly inputToken: keyof Input & string;
  /** Path to the output member that holds the next page's token. */
  readonly outputToken: readonly string[];
  /** The input member that takes the number of items per page. */
  readonly pageSize?: keyof Input & string;
  /** Path to the list or map that holds the items of a page. */
  readonly items?: readonly string[];
}

/** How far a listing has come. */
interface Progress {
  token: unknown;
}

/**
 * Gives page after page, until the service has no further one: its token is absent, null or empty then.
 *
 * @throws what the operation fails with, PaginationError where the service repeats a token, or ConfigurationError where
 * `maxPages` is no number of pages
 */
export function paginate<
  Input extends object,
  Output extends MetadataBearer,
  Failure extends Error,
  Item,
  Token,
>(
  paginator: PaginatorDescriptor<Input, Output, Failure> & { readonly items: readonly string[] },
  config: PaginationConfiguration,
  input: Input,
  options?: RequestOptions,
): ItemPaginator<Output, Item, Token>;
export function paginate<Input extends object, Output extends MetadataBearer, Failure extends Error, Token>(
  paginator: PaginatorDescriptor<Input, Output, Failure>,
  config: PaginationConfiguration,
  input: Input,
  options?: RequestOptions,
): Paginator<Output, Token>;
export function paginate<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  paginator: PaginatorDescriptor<Input, Output, Failure>,
  config: PaginationConfiguration,
  input: Input,
  options: RequestOptions = {},
): Paginator<Output> {
  const progress: Progress = { token: undefined };
  const pages = fetchPages(paginator, config, input, options, progress);
  const { items } = paginator;
  return Object.defineProperties(pages, {
    nextToken: { get: () => progress.token },
    ...(items === undefined ? {} : { items: { value: (): ItemsOf => itemsOf(pages, items) } }),
  }) as Paginator<Output>;
}

async function* fetchPages<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  { command: CommandClass, inputToken, outputToken, pageSize }: PaginatorDescriptor<Input, Output, Failure>,
  config: PaginationConfiguration,
  // The input may be missing: the first call says so.
  input: Input | undefined,
  options: RequestOptions,
  progress: Progress,
): AsyncGenerator<Output, undefined, unknown> {
  const maxPages = readMaxPages(config);
  const size = pageSize === undefined ? {} : { [pageSize]: input?.[pageSize] ?? config.pageSize };
  const seen = new Set<unknown>();
  progress.token = asToken(config.startingToken) ?? asToken(input?.[inputToken]);
  for (let pages = 1; ; pages++) {
    const { token } = progress;
    seen.add(keyOf(token));
    const command = new CommandClass({ ...(input as Input), ...size, [inputToken]: token });
    const sent = (config.withCommand?.(command as never) ?? command) as typeof command;
    const page = await config.client.send(sent, options);
    progress.token = asToken(valueAt(page, outputToken));
    yield page;
    if (progress.token === undefined || pages >= maxPages) return undefined;
    const next = keyOf(progress.token);
    if (config.stopOnSameToken === true && next === keyOf(token)) return undefined;
    if (seen.has(next)) throw repeatedToken(command.operation.name, page);
  }
}

/** Null and the empty string mean that there is no token, as undefined does. */
function asToken(token: unknown): unknown {
  return token === null || token === "" ? undefined : token;
}

/** A value to compare tokens by: they are strings, or maps. */
function keyOf(token: unknown): unknown {
  return typeof token === "object" ? JSON.stringify(token) : token;
}

function readMaxPages({ maxPages = Number.POSITIVE_INFINITY }: PaginationConfiguration): number {
  if (maxPages === Number.POSITIVE_INFINITY || (Number.isInteger(maxPages) && maxPages > 0)) return maxPages;
  throw new ConfigurationError("maxPages must be a whole number of pages, at least 1.");
}

function repeatedToken(operation: string, { $metadata }: MetadataBearer): PaginationError {
  return new PaginationError(
    `The service gave a page token of ${operation} again; the listing would never end. What was read so far is complete.`,
    { operation, $metadata },
  );
}
