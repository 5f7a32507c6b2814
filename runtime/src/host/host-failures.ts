import type { ValidationIssue } from "../validation/issue.js";
import { describeIssues } from "./describe-issues.js";
import { HostError } from "./host-error.js";
import type { HostRequest } from "./message.js";

/** No route fits: status 404. */
export const unknownOperation = ({ method, path }: HostRequest): HostError =>
  new HostError({
    name: "UnknownOperationException",
    message: `No operation at ${method} ${path}`,
    status: 404,
  });

/** Something broke that is not the caller's fault, and not the caller's business: status 500. */
export const internalFailure = (): HostError =>
  new HostError({ name: "InternalFailure", message: "The request failed inside the service", status: 500 });

/** The input breaks the model: status 400. */
export const invalidInput = (issues: readonly ValidationIssue[]): HostError =>
  new HostError({ name: "ValidationException", message: describeIssues(issues), status: 400 });

/** What was thrown, for the journal. */
export const describeFailure = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
