import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import * as sdk from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { AmplifyBackendService } from "@tinsmith/amplifybackend/service";
import type { ErrorDescriptor, ModeledExceptionClass, OperationDescriptor } from "@tinsmith/runtime";
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
  kind: "structure",
  name: "UnheardOfException",
  fault: "client",
  status: 400,
  members: { hint: { target: "string" } },
};

/** Those of the operations and those that all of AWS shares. */
const classes: ReadonlySet<ModeledExceptionClass> = new Set([
  ...AmplifyBackendOperations.flatMap((operation) => operation.errors),
  ...AmplifyBackendService.commonErrors,
]);

/** Those, and one that the SDK has no class for. */
const errors = [
  ...[...classes].map((type) => ({ type, descriptor: type.descriptor })),
  { type: sdk.UnmodeledServiceException, descriptor: unheardOf },
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
  test.each(errors.map((error) => [error.descriptor.name, error] as const))(
    "%s",
    async (name, { type, descriptor }) => {
      const { client, exchanges } = new WireRecorder(() => {
        const { Message, ...members } = sampleStructure(descriptor);
        throw new HostError({ name, message: String(Message ?? `sample message of ${name}`), members });
      });
      const thrown = await client.send(new sdk.GetBackendCommand({ AppId: "d2fxkq1example" })).then(
        () => undefined,
        (problem: Error) => problem,
      );
      expect(thrown).toBeInstanceOf(type);
      const [exchange] = exchanges;
      expectFile(
        join(FOLDER, "errors", `${name}.txt`),
        formatSections(`${name}: ${descriptor.fault} error`, {
          response: exchange === undefined ? "" : formatResponse(exchange.response),
          error: formatValue({ name: thrown?.name, message: thrown?.message, ...thrown }),
        }),
      );
    },
  );
});

test("there is no snapshot of something that is gone", () => {
  const namesIn = (folder: string) =>
    readdirSync(join(FOLDER, folder)).map((file) => file.replace(/\.txt$/, ""));
  expect(namesIn("operations").sort()).toEqual(AmplifyBackendOperations.map(({ name }) => name).sort());
  expect(namesIn("errors").sort()).toEqual(errors.map(({ descriptor }) => descriptor.name).sort());
});
