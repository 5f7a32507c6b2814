import { AmplifyBackendClient } from "@aws-sdk/client-amplifybackend";
import { describe, expect, jest, test } from "@jest/globals";
import { buildQueryString } from "@smithy/core/protocols";
import type { HttpRequest } from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { serializeLabels } from "../../../../runtime/src/protocol/serialize-labels.js";
import { serializeRequest } from "../../../../runtime/src/protocol/serialize-request.js";
import type { Values } from "../../support/arbitraries.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../../support/runs.js";
import { type TwinOperation, twinOperations } from "./twin-operations.js";

jest.setTimeout(PROPERTY_TIMEOUT);

/** What a protocol makes of an input. */
interface Written {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: object;
  readonly body: string;
}

type SerializeRequest = (operation: object, input: object, context: object) => Promise<unknown>;

const { protocol } = new AmplifyBackendClient({ region: "eu-west-1" }).config;
const serializeOfficially: SerializeRequest = protocol.serializeRequest.bind(protocol as never) as never;
const endpoint = async (): Promise<object> => ({ protocol: "https:", hostname: "host", path: "/" });

const writtenByOfficial = async ({ official }: TwinOperation, input: Values): Promise<Written> => {
  const request = await serializeOfficially(official, input, { endpoint });
  const { method, path, query, headers, body } = request as HttpRequest;
  return { method, path, query: buildQueryString(query), headers: { ...headers }, body: text(body) };
};

const writtenByUs = ({ ours }: TwinOperation, input: Values): Written => {
  const labels = serializeLabels(ours, input);
  expect(labels.issues).toEqual([]);
  const { method, path, query, headers, body } = serializeRequest(ours, labels.path, input, () => "");
  const { "content-length": _length, ...others } = headers;
  return { method, path, query: buildQueryString(query), headers: others, body: text(body) };
};

/** Bytes as characters, so that a mismatch can be read. */
const text = (body: unknown): string =>
  Buffer.from(typeof body === "string" ? body : Uint8Array.from((body ?? []) as Uint8Array)).toString(
    "latin1",
  );

describe("what this service has no use for is written as by the official client's protocol", () => {
  test.each(twinOperations)("$title", async (operation) => {
    const compare = async (input: Values): Promise<void> => {
      expect(writtenByUs(operation, input)).toEqual(await writtenByOfficial(operation, input));
    };
    await fc.assert(fc.asyncProperty(operation.input, compare), propertySettings(30));
  });
});
