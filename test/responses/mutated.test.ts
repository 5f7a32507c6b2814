import { setTimeout as sleep } from "node:timers/promises";
import { expect, jest, test } from "@jest/globals";
import * as sdk from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { systematicValues } from "../differential/support/arbitraries.js";
import { type OfficialOperation, officialOperations } from "../differential/support/official-operations.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../differential/support/runs.js";
import { wireValue } from "../differential/support/shapes.js";
import { mutation } from "./support/mutations.js";
import { openClient } from "./support/open-client.js";
import { prototypeKeys } from "./support/prototype-keys.js";
import { chunked, type RawServer, responseOf, startRawServer } from "./support/raw-server.js";

jest.setTimeout(PROPERTY_TIMEOUT);

/** Of each operation, over each transport. */
const RUNS = 20;

/** What may come out of any call, beside the errors of its service. */
const CLIENT_ERRORS = new Set([
  ...["AbortError", "ConfigurationError", "CredentialsProviderError", "InputValidationError", "NetworkError"],
  ...["OutputValidationError", "ResponseParseError", "TimeoutError"],
] as const satisfies readonly sdk.ClientError["name"][]);

const transports = [
  ["node:http", {}],
  ["fetch", fetch],
] as const;

/** A response of the operation, or an error of the service, whole and valid, in one of the forms that HTTP has. */
function validResponse({ output }: OfficialOperation, form: number): Buffer {
  const isError = form % 4 === 3;
  const json = isError
    ? JSON.stringify({ message: "m", resourceType: "R", limitType: "L" })
    : JSON.stringify(wireValue(output, systematicValues(output).at(-1)));
  const head = [
    `HTTP/1.1 ${isError ? "404 Not Found" : "200 OK"}`,
    "Content-Type: application/json",
    "x-amzn-RequestId: 5e2cb6f0-0000-4000-8000-000000000000",
    "Date: Sun, 22 Nov 2026 08:00:00 GMT",
    ...(isError ? [`x-amzn-ErrorType: ${form < 4 ? "NotFoundException" : "TooManyRequestsException"}`] : []),
  ];
  if (form % 2 === 0) {
    const headers = head.slice(1);
    return responseOf({ status: head[0]?.slice("HTTP/1.1 ".length) ?? "", headers, body: json });
  }
  const bytes = Buffer.from([...head, "Transfer-Encoding: chunked", "", ""].join("\r\n"));
  return Buffer.concat([bytes, chunked([json.slice(0, 10), json.slice(10)])]);
}

/** The call that a test makes; it needs no more than its path. */
function commandOf({ name, input }: OfficialOperation) {
  const labels = input.members.filter(({ label }) => label).map((member) => [member.name, "some"]);
  const type = Reflect.get(sdk, `${name}Command`) as new (input: object) => sdk.GetBackendCommand;
  return new type(Object.fromEntries(labels));
}

test("whatever becomes of an answer's bytes, a call ends in a result or in one of its errors", async () => {
  const keys = prototypeKeys();
  const ends = new Map<string, number>();
  const unhandled = jest.fn();
  process.on("unhandledRejection", unhandled);
  let bytes: Buffer = Buffer.alloc(0);
  await using server = await startRawServer((socket) => socket.end(bytes));
  for (const [, requestHandler] of transports) {
    const client = openClient(server.url, { requestHandler, validation: { input: "off" } });
    for (const operation of officialOperations) {
      const members = new Set([...operation.output.members.map(({ name }) => name), "$metadata"]);
      await fc.assert(
        fc.asyncProperty(mutation, fc.nat(7), async (mutate, form) => {
          bytes = mutate(validResponse(operation, form));
          const { success, data, error } = await client.safeSend(commandOf(operation));
          const isOfService = error instanceof sdk.AmplifyBackendServiceException;
          if (success) expect(Object.keys(data).filter((name) => !members.has(name))).toEqual([]);
          else if (!isOfService) expect([...CLIENT_ERRORS]).toContain(error.name);
          expect(Object.getPrototypeOf(data ?? {})).toBe(Object.prototype);
          const end = success ? "results" : isOfService ? "service errors" : error.name;
          ends.set(end, (ends.get(end) ?? 0) + 1);
          // Else the next call may go out over a connection that is just being closed.
          expect(await allClosed(server)).toBe(true);
        }),
        propertySettings(RUNS),
      );
    }
    client.destroy();
  }
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(prototypeKeys()).toEqual(keys);
  const counts = [...ends].map(([end, count]) => `${count} ${end}`).sort();
  console.log(
    `Mutated answers: ${officialOperations.length} operations, ${transports.length} transports: ${counts.join(", ")}.`,
  );
  // All four have to come up, or nothing has been tried.
  for (const end of ["results", "service errors", "ResponseParseError", "NetworkError"]) {
    expect(ends.get(end)).toBeGreaterThan(0);
  }
});

async function allClosed(server: RawServer): Promise<boolean> {
  for (let tries = 0; server.open > 0 && tries < 5000; tries++) await sleep(1);
  return server.open === 0;
}
