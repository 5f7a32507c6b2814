import type { Command } from "../client/command.js";
import type { MetadataBearer } from "../client/metadata.js";
import type { RequestOptions } from "../client/request-options.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import type { PaginationConfiguration } from "./pagination-configuration.js";

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
}

/**
 * Yields page after page, until the service has no further one: its token is absent, null or empty then. Fetches a page
 * when it is asked for, not before.
 *
 * @throws what the operation fails with, or ResponseParseError where the service repeats a token and so would never end
 */
export async function* paginate<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  paginator: PaginatorDescriptor<Input, Output, Failure>,
  config: PaginationConfiguration,
  input: Input,
  options: RequestOptions = {},
): AsyncGenerator<Output, void, undefined> {
  const { command: CommandClass, inputToken, outputToken, pageSize } = paginator;
  const size = pageSize === undefined || config.pageSize === undefined ? {} : { [pageSize]: config.pageSize };
  const seen = new Set<unknown>();
  // The input may be missing: the first call says so.
  let token = asToken(config.startingToken) ?? asToken((input as Input | undefined)?.[inputToken]);
  do {
    seen.add(token);
    const command = new CommandClass({ ...input, ...size, [inputToken]: token });
    const page = await config.client.send(command, options);
    yield page;
    token = asToken(valueAt(page, outputToken));
    if (token !== undefined && seen.has(token)) throw repeatedToken(command.operation.name, page);
  } while (token !== undefined);
}

/** What stands for no token in any way becomes undefined. */
function asToken(token: unknown): unknown {
  return token === null || token === "" ? undefined : token;
}

function valueAt(page: object, path: readonly string[]): unknown {
  let value: unknown = page;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function repeatedToken(operation: string, { $metadata }: MetadataBearer): ResponseParseError {
  return new ResponseParseError(
    `The service gave the same page token for ${operation} again; the listing would never end.`,
    {
      operation,
      $metadata,
    },
  );
}
