import { BaseError } from "../errors/base-error.js";
import { ServiceException } from "../errors/service-exception.js";
import type { CallContext } from "./call-context.js";

/** Tells an error which operation it comes from and how often it was tried. */
export function annotate(error: unknown, { operation, progress }: CallContext): unknown {
  if (!(error instanceof BaseError || error instanceof ServiceException)) return error;
  const annotated: { operation?: string | undefined } = error;
  annotated.operation ??= operation.name;
  Object.assign(error.$metadata, progress);
  return error;
}
