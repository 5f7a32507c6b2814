import { parse as parseUrl } from "node:url";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import * as sdk from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import * as unvalidated from "@tinsmith/amplifybackend/unvalidated";
import fc from "fast-check";
import { createRouter } from "../../runtime/src/host/router.js";
import { lookupIn } from "../../runtime/src/host/signature/credentials.js";
import { verifySignature } from "../../runtime/src/host/signature/verify-signature.js";
import type { CapturedRequest } from "../../runtime/src/testing/local-server.js";
import { credentials } from "../differential/support/clients.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../differential/support/runs.js";
import { sampleStructure } from "../support/sample-value.js";
import { callArbitrary } from "./support/label-arbitrary.js";
import { isLabel, type Labels, type Route, routes, routesOf } from "./support/routes.js";
import { serverKinds } from "./support/servers.js";
import { Services, type Transport, transports } from "./support/transports.js";

jest.setTimeout(PROPERTY_TIMEOUT);

const route = createRouter(AmplifyBackendOperations);

let services: Services;
beforeAll(async () => {
  services = await Services.start();
});
afterAll(() => services.close());

const arrived = new Map<string, number>();
const refused = new Map<string, number>();
const reached = new Set<string>();
const count = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);
afterAll(() => {
  const figures = transports.map(({ name }) => `${name} ${arrived.get(name)}/${refused.get(name)}`);
  console.log(`requests arrived as signed/refused, ${reached.size} routes: ${figures.join(", ")}`);
});

/** Makes one call, in one of the modes, and answers with its error and what came of it. */
const makeCall = async (
  transport: Transport,
  client: sdk.AmplifyBackendClient,
  commands: object,
  [name, labels]: [string, Labels],
): Promise<{ error: Error | undefined; received: CapturedRequest[] }> => {
  type Command = new (input: object) => sdk.GetBackendCommand;
  const Class = (commands as Record<string, Command>)[`${name}Command`] as Command;
  const { input } = routeOf(name).operation;
  const { requests } = services.serverOf(transport);
  requests.length = 0;
  const result = await client.safeSend(new Class({ ...sampleStructure(input), ...labels }));
  return { error: result.success ? undefined : result.error, received: [...requests] };
};

const routeOf = (name: string): Route => routes.find((other) => other.name === name) as Route;

/** What the server got has to be the call, however it is read. */
const expectCall = async (
  { operation, method, segments }: Route,
  labels: Labels,
  request: CapturedRequest,
): Promise<void> => {
  const path = request.url;
  expect(request.method).toBe(method);
  const due = segments.map((segment) => (isLabel(segment) ? labels[segment.slice(1, -1)] : segment));
  expect(path.slice(1).split("/").map(decodeURIComponent)).toEqual(due);
  const received = {
    method,
    path,
    query: {},
    headers: request.headers as Record<string, string>,
    body: request.bytes,
  };
  expect(route(received)).toEqual({ operation, labels });
  expect([new URL(`http://x${path}`).pathname, parseUrl(`http://x${path}`).pathname]).toEqual([path, path]);
  for (const { read, ignoresCase } of serverKinds) {
    const readings = routesOf(method, read(path), ignoresCase).map(({ name }) => name);
    expect(readings.filter((name) => name !== operation.name)).toEqual([]);
  }
  const expectation = {
    signingName: "amplifybackend",
    credentials: lookupIn([credentials]),
    now: Date.now(),
  };
  await expect(verifySignature(received, expectation)).resolves.toMatchObject({ region: "eu-west-1" });
};

describe.each(transports)("by $name", (transport) => {
  const { seed, numRuns } = propertySettings(300);
  const clientOf = (input: "strict" | "off"): sdk.AmplifyBackendClient =>
    new sdk.AmplifyBackendClient({
      endpoint: services.serverOf(transport).url,
      region: "eu-west-1",
      credentials,
      maxAttempts: 1,
      requestHandler: services.handlerOf(transport),
      validation: { input },
    });
  const modes = [
    { mode: "strict", commands: sdk },
    { mode: "off", commands: sdk },
    { mode: "strict", commands: unvalidated },
  ] as const;
  const clients: Partial<Record<"strict" | "off", sdk.AmplifyBackendClient>> = {};
  beforeAll(() => {
    for (const mode of ["strict", "off"] as const) clients[mode] = clientOf(mode);
  });
  afterAll(() => {
    for (const client of Object.values(clients)) client.destroy();
  });

  const check = async (call: [string, Labels], choice: number): Promise<void> => {
    const { mode, commands } = modes[choice] as (typeof modes)[number];
    const { error, received } = await makeCall(
      transport,
      clients[mode] as sdk.AmplifyBackendClient,
      commands,
      call,
    );
    if (error !== undefined) {
      expect([error.name, error.message, received]).toEqual(["InputValidationError", expect.any(String), []]);
      count(refused, transport.name);
      return;
    }
    expect(received).toHaveLength(1);
    await expectCall(routeOf(call[0]), call[1], received[0] as CapturedRequest);
    count(arrived, transport.name);
    reached.add(call[0]);
  };

  test("all operations arrive with ordinary labels", async () => {
    for (const { name, labels } of routes) {
      const { error, received } = await makeCall(transport, clients.strict as sdk.AmplifyBackendClient, sdk, [
        name,
        Object.fromEntries(labels.map((label) => [label, `${label} ü%1`])),
      ]);
      expect([name, error, received.length]).toEqual([name, undefined, 1]);
    }
  });

  test("whatever the labels are, the call that is meant arrives, or none", async () => {
    await fc.assert(fc.asyncProperty(callArbitrary, fc.integer({ min: 0, max: modes.length - 1 }), check), {
      seed: seed + transports.indexOf(transport),
      numRuns,
    });
    expect(arrived.get(transport.name)).toBeGreaterThan(30);
    expect(refused.get(transport.name)).toBeGreaterThan(10);
  });
});
