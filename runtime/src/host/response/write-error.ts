import type { ErrorDescriptor } from "../../descriptors/error.js";
import type { OperationDescriptor } from "../../descriptors/operation.js";
import type { ModeledExceptionClass } from "../../descriptors/service.js";
import type { HostError } from "../host-error.js";
import { type HostResponse, textResponse } from "../message.js";
import { writeJsonMembers } from "./write-json.js";
import { writeHeaders } from "./write-response.js";

/**
 * Writes an error as AWS does: its name in `x-amzn-errortype`, its message and members in a JSON body.
 *
 * @param commonErrors - errors that any operation of the service may answer with
 */
export const writeError = (
  error: HostError,
  operation: OperationDescriptor | undefined,
  commonErrors: readonly ModeledExceptionClass[],
): HostResponse => {
  const classes = [...(operation?.errors ?? []), ...commonErrors];
  const known = classes.find(({ descriptor }) => descriptor.name === error.name)?.descriptor;
  const members = known === undefined ? error.members : writeJsonMembers(known, error.members);
  return textResponse(
    error.status ?? statusOf(known),
    {
      "content-type": "application/json",
      "x-amzn-errortype": error.name,
      ...error.headers,
      ...(known === undefined ? {} : writeHeaders(known, error.members)),
    },
    JSON.stringify({ message: error.message, ...members }),
  );
};

const statusOf = (known: ErrorDescriptor | undefined): number =>
  known?.status ?? (known?.fault === "server" ? 500 : 400);
