import { expect, test } from "@jest/globals";
import type { ModeledExceptionClass, OperationDescriptor, ServiceExceptionOptions } from "../index.js";
import { clientFor, clone, closeServerAfterEach, error, received } from "../testing/calls.js";

closeServerAfterEach();

/** What another copy of the runtime has for `ServiceException`. */
class OtherServiceException extends Error {
  constructor({ message, cause: _, ...options }: ServiceExceptionOptions) {
    super(message);
    Object.assign(this, { retryable: false }, options);
  }
}

/** A command that comes from another copy of the package, and has its errors from there. */
function otherClone(): ReturnType<typeof clone> {
  const command = clone();
  const errors = command.operation.errors.map(({ descriptor }): ModeledExceptionClass => {
    const type = class extends OtherServiceException {
      static readonly descriptor = descriptor;
      override readonly name = descriptor.name;
    };
    return type as unknown as ModeledExceptionClass;
  });
  const operation: OperationDescriptor = { ...command.operation, errors };
  return Object.defineProperty(command, "operation", { value: operation });
}

test("an error of a command from another copy of the package stays what it is", async () => {
  const client = await clientFor(() => error("NotFoundException", 404));
  const result = await client.safeSend(otherClone());
  expect(result.error).toBeInstanceOf(OtherServiceException);
  expect(result.error).toMatchObject({
    name: "NotFoundException",
    operation: "CloneBackend",
    retryable: false,
    $metadata: { httpStatusCode: 404, attempts: 1 },
  });
});

test("and it decides about repeating as any other", async () => {
  const client = await clientFor((_request, index) =>
    index === 0 ? error("TooManyRequestsException", 429) : {},
  );
  const result = await client.safeSend(otherClone());
  expect(result).toMatchObject({ success: true, data: { $metadata: { attempts: 2 } } });
  expect(received()).toHaveLength(2);
});
