import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { type BothClients, type Endings, startBothClients } from "../support/both-clients.js";
import { difference } from "../support/differences.js";
import { officialOperations } from "../support/official-operations.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let clients: BothClients;
beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(() => clients.close());

const answer = (operation: string, body: string | Uint8Array): Promise<Endings> =>
  clients.call(operation, { body, headers: [["x-amzn-requestid", "r"]] });

const members = ({ ours, official }: Endings) => {
  const without = (output: Record<string, unknown> = {}): object => {
    const { $metadata, ...rest } = output;
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: "r" });
    return rest;
  };
  return { ours: without(ours.output), official: without(official.output) };
};

describe("what a successful answer is read as", () => {
  test(difference("null-items"), async () => {
    const jobs = await answer("ListBackendJobs", '{"jobs":[null,{"jobId":"j"},null]}');
    expect(members(jobs)).toEqual({
      official: { Jobs: [null, { JobId: "j" }, null] },
      ours: { Jobs: [{ JobId: "j" }] },
    });
    const permissions = await answer(
      "GetBackendStorage",
      '{"resourceConfig":{"permissions":{"authenticated":["READ",null]}}}',
    );
    expect(members(permissions)).toEqual({
      official: { ResourceConfig: { Permissions: { Authenticated: ["READ", null] } } },
      ours: { ResourceConfig: { Permissions: { Authenticated: ["READ"] } } },
    });
  });

  test(difference("list-for-structure"), async () => {
    expect(members(await answer("GetBackendAuth", '{"resourceConfig":["x"]}'))).toEqual({
      official: { ResourceConfig: {} },
      ours: { ResourceConfig: ["x"] },
    });
  });

  test(difference("type-in-structure"), async () => {
    const body = '{"resourceConfig":{"__type":"Config","service":"COGNITO","other":1}}';
    expect(members(await answer("GetBackendAuth", body))).toEqual({
      official: { ResourceConfig: { Service: "COGNITO", __type: "Config", other: 1 } },
      ours: { ResourceConfig: { Service: "COGNITO" } },
    });
  });

  test(difference("byte-order-mark"), async () => {
    const { ours, official } = await answer("GetBackendJob", '\ufeff{"jobId":"j"}');
    expect(official.error).toMatchObject({ name: "SyntaxError" });
    expect(ours.output).toMatchObject({ JobId: "j" });
  });

  test(difference("null-body"), async () => {
    const { ours, official } = await answer("GetBackendJob", "null");
    expect(official.error).toMatchObject({ name: "TypeError" });
    expect(ours.output).toEqual({ $metadata: expect.objectContaining({ requestId: "r" }) });
  });

  test(difference("no-object"), async () => {
    for (const body of ["5", '"text"', "true", "[]", '[{"jobId":"j"}]']) {
      const { ours, official } = await answer("GetBackendJob", body);
      expect(official.output).toEqual({ $metadata: expect.objectContaining({ requestId: "r" }) });
      expect(ours.error).toMatchObject({
        name: "ResponseParseError",
        $metadata: { httpStatusCode: 200, requestId: "r", attempts: 1 },
      });
    }
  });

  test(difference("unreadable-result"), async () => {
    const bodies = [
      "<html>canary</html>",
      '{"jobId":"canary',
      "canary",
      Buffer.from('{"jobId":"canary"}', "utf16le"),
    ];
    for (const operation of officialOperations) {
      for (const body of bodies) {
        const { ours, official } = await answer(operation.name, body);
        const $metadata = { httpStatusCode: 200, requestId: "r", attempts: 1 };
        expect(official.error).toMatchObject({ name: "SyntaxError", $metadata });
        expect(ours.error).toMatchObject({
          name: "ResponseParseError",
          operation: operation.name,
          $metadata,
        });
        expect(String(ours.error?.["message"])).not.toContain("canary");
      }
    }
    const { official } = await answer("GetBackendJob", "canary");
    expect(official.error?.["message"]).toContain("canary");
  });

  test(difference("broken-letters"), async () => {
    // A cut sequence, an overlong one, a surrogate, a stray byte, and a letter of Latin-1.
    for (const bytes of ["e282", "c080", "eda080", "ff", "e4"]) {
      const body = Buffer.concat([Buffer.from('{"jobId":"j'), Buffer.from(bytes, "hex"), Buffer.from('"}')]);
      const { ours, official } = await answer("CloneBackend", body);
      expect(official.output?.["JobId"]).toMatch(/^j\ufffd+$/);
      expect(ours.error).toMatchObject({
        name: "ResponseParseError",
        message: expect.stringMatching(/It is no UTF-8\.$/),
        $metadata: { httpStatusCode: 200, requestId: "r" },
      });
    }
  });

  test(difference("content-encoding"), async () => {
    const json = '{"jobId":"j"}';
    for (const [encoding, body] of [
      ["gzip", gzipSync(json)],
      ["deflate", deflateSync(json)],
    ] as const) {
      const { ours, official } = await clients.call("GetBackendJob", {
        body,
        headers: [["content-encoding", encoding]],
      });
      expect(official.error).toMatchObject({ name: "SyntaxError" });
      expect(ours.output).toMatchObject({ JobId: "j" });
    }
  });

  test(difference("member-order"), async () => {
    const { ours, official } = await answer(
      "UpdateBackendConfig",
      '{"loginAuthConfig":{},"error":"e","appId":"a"}',
    );
    expect(Object.keys(official.output ?? {})).toEqual(["AppId", "Error", "LoginAuthConfig", "$metadata"]);
    expect(Object.keys(ours.output ?? {})).toEqual(["AppId", "LoginAuthConfig", "Error", "$metadata"]);
    expect(ours.output).toEqual(official.output);
  });
});
