import { BaseError } from "./base-error.js";

/**
 * The service gave a page token again: the listing would never end. The pages so far are complete; what comes after them
 * is unknown.
 */
export class PaginationError extends BaseError {
  override readonly name = "PaginationError";
}
