import { describe, expect, jest, test } from "@jest/globals";
import { type ClientConfig, type OperationDescriptor, ValidatedCommand } from "../index.js";
import { clientFor, closeServerAfterEach, readJob, received } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";

closeServerAfterEach();

const status = { kind: "enum", name: "Status", values: { DONE: "DONE" } } as const;
const operation: OperationDescriptor = {
  ...readJob().operation,
  name: "Count",
  http: { method: "POST", uri: "/count/{Label}", code: 200 },
  input: {
    kind: "structure",
    name: "CountRequest",
    members: {
      Label: { target: "string", required: true, location: "label", length: { min: 3 } },
      MaxResults: { target: "integer", range: { min: 1, max: 25 } },
    },
  },
  output: { kind: "structure", name: "CountResponse", members: { Status: { target: status } } },
};
const count = (members: object) => new ValidatedCommand(operation, { Label: "abc", ...members });

describe("a constraint that is switched off", () => {
  test("lets an input through that breaks it, and no other", async () => {
    const client = await clientFor(() => ({}), { validation: { max: false } });
    await client.send(count({ MaxResults: 9999 }));
    expect(received()[0]?.body).toBe('{"MaxResults":9999}');
    await expect(client.send(count({ MaxResults: 0 }))).rejects.toMatchObject({
      name: "InputValidationError",
      issues: [{ path: "MaxResults", code: "too_small" }],
    });
  });

  test("is not warned of either", async () => {
    const logger = { debug() {}, info() {}, warn: jest.fn(), error() {} };
    const client = await clientFor(() => ({}), { logger, validation: { input: "warn", max: false } });
    await client.send(count({ MaxResults: 26 }));
    expect(logger.warn).not.toHaveBeenCalled();
    await client.send(count({ MaxResults: 0 }));
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  test("lets an output through that is otherwise held strictly", async () => {
    const client = await clientFor(
      (_request, index) => ({ body: `{"Status":${index === 0 ? '"NEW"' : 5}}` }),
      {
        validation: { output: "strict", enum: false },
      },
    );
    await expect(client.send(count({}))).resolves.toMatchObject({ Status: "NEW" });
    await expect(client.send(count({}))).rejects.toMatchObject({ name: "OutputValidationError" });
  });

  test("leaves unsafe labels refused", async () => {
    const client = await clientFor(() => ({}), {
      validation: { min: false, max: false, pattern: false, enum: false },
    });
    await client.send(count({ Label: "ab" }));
    for (const Label of ["", ".", ".."]) {
      await expect(client.send(count({ Label }))).rejects.toMatchObject({ name: "InputValidationError" });
    }
    expect(received().map(({ url }) => url)).toEqual(["/count/ab"]);
  });
});

describe("a switch that is none is refused", () => {
  test.each<[unknown, string]>([
    [false, 'validation must be an object, e.g. { output: "warn" }.'],
    [null, 'validation must be an object, e.g. { output: "warn" }.'],
    [{ min: "false" }, "validation.min must be true or false."],
    [{ patern: false }, "validation has no patern: did you mean pattern?"],
    [{ zzz: false }, "validation has no zzz: there are input, output, min, max, pattern, enum."],
  ])("%j", (validation, message) => {
    const construct = () => testClient({ validation } as ClientConfig);
    expect(construct).toThrow(expect.objectContaining({ name: "ConfigurationError", message }));
  });
});
