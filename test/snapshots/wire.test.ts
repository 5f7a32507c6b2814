import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import * as sdk from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { AmplifyBackendService } from "@tinsmith/amplifybackend/service";
import type { ErrorDescriptor, OperationDescriptor } from "@tinsmith/runtime";
import { HostError } from "@tinsmith/runtime/host";
import { expectFile } from "../support/file-snapshot.js";
import { sampleStructure } from "../support/sample-value.js";
import { fixWorld, releaseWorld } from "./fixed-world.js";
import { formatRequest, formatResponse, formatSections, formatValue } from "./format-exchange.js";
import { WireRecorder } from "./wire-recorder.js";

const FOLDER = join("test", "snapshots");
type CommandClass = new (input: object) => sdk.GetBackendCommand;

const commandFor = ({ name, input }: OperationDescriptor): sdk.GetBackendCommand => {
  const Class = (sdk as unknown as Record<string, CommandClass>)[`${name}Command`] as CommandClass;
  return new Class(sampleStructure(input));
};

/** One that the service may come up with tomorrow. */
const unheardOf: ErrorDescriptor = {
  name: "UnheardOfException",
  fault: "client",
  status: 400,
  shape: { kind: "structure", name: "UnheardOfException", members: { hint: { target: "string" } } },
  type: sdk.UnmodeledServiceException,
};

/** Those of the operations, those that all of AWS shares, and one that the SDK has no class for. */
const errors: readonly ErrorDescriptor[] = [
  ...new Map(
    [
      ...AmplifyBackendOperations.flatMap((operation) => operation.errors),
      ...AmplifyBackendService.commonErrors,
      unheardOf,
    ].map((error) => [error.name, error]),
  ).values(),
];

beforeAll(fixWorld);
afterAll(releaseWorld);

describe("what goes over the wire", () => {
  test.each(AmplifyBackendOperations.map((operation) => [operation.name, operation] as const))(
    "%s",
    async (name, operation) => {
      const { client, exchanges } = new WireRecorder();
      const command = commandFor(operation);
      const output = await client.send(command);
      const [exchange] = exchanges;
      expect(exchanges).toHaveLength(1);
      expectFile(
        join(FOLDER, "operations", `${name}.txt`),
        formatSections(`${name}: ${operation.http.method} ${operation.http.uri}`, {
          input: formatValue(command.input),
          request: exchange === undefined ? "" : formatRequest(exchange.request),
          response: exchange === undefined ? "" : formatResponse(exchange.response),
          output: formatValue(output),
        }),
      );
    },
  );
});

describe("how errors come back", () => {
  test.each(errors.map((error) => [error.name, error] as const))("%s", async (name, descriptor) => {
    const { client, exchanges } = new WireRecorder(() => {
      const { Message, ...members } = sampleStructure(descriptor.shape);
      throw new HostError({ name, message: String(Message ?? `sample message of ${name}`), members });
    });
    const error = await client.send(new sdk.GetBackendCommand({ AppId: "d2fxkq1example" })).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error).toBeInstanceOf(descriptor.type);
    const [exchange] = exchanges;
    expectFile(
      join(FOLDER, "errors", `${name}.txt`),
      formatSections(`${name}: ${descriptor.fault} error`, {
        response: exchange === undefined ? "" : formatResponse(exchange.response),
        error: formatValue({ name: error?.name, message: error?.message, ...error }),
      }),
    );
  });
});

test("there is no snapshot of something that is gone", () => {
  const namesIn = (folder: string) =>
    readdirSync(join(FOLDER, folder)).map((file) => file.replace(/\.txt$/, ""));
  expect(namesIn("operations").sort()).toEqual(AmplifyBackendOperations.map(({ name }) => name).sort());
  expect(namesIn("errors").sort()).toEqual(errors.map(({ name }) => name).sort());
});
