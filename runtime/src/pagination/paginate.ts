import type { Command } from "../client/command.js";
import type { MetadataBearer } from "../client/metadata.js";
import type { RequestOptions } from "../client/request-options.js";
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

/** Yields page after page, until the service has no further one. */
export async function* paginate<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  paginator: PaginatorDescriptor<Input, Output, Failure>,
  config: PaginationConfiguration,
  input: Input,
  options: RequestOptions = {},
): AsyncGenerator<Output, void, undefined> {
  yield await config.client.send(new paginator.command(input), options);
}
