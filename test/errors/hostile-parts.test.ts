import { tracingChannel } from "node:diagnostics_channel";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import {
  AmplifyBackend,
  type AmplifyBackendClientConfig,
  CloneBackendCommand,
  GetBackendJobCommand,
  type HttpHandler,
} from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { PROPERTY_TIMEOUT, propertySettings } from "../differential/support/runs.js";
import { type Misbehaviour, misbehaviours, Saboteur } from "./support/misbehaviour.js";
import { PARTS, type Sabotage, WELL } from "./support/parts.js";
import { unionClasses } from "./support/union-classes.js";

jest.setTimeout(PROPERTY_TIMEOUT);

/** An operation that only reads, and one that changes something. */
const OPERATIONS = {
  getBackendJob: {
    Command: GetBackendJobCommand,
    input: { AppId: "app", BackendEnvironmentName: "dev", JobId: "job" },
  },
  cloneBackend: {
    Command: CloneBackendCommand,
    input: { AppId: "app", BackendEnvironmentName: "dev", TargetEnvironmentName: "copy" },
  },
};

/** How the service answers, attempt by attempt; 200 after that. */
const answers = fc.array(fc.constantFrom(503, 429, 400), { maxLength: 4 });

const situations = fc.record({
  misbehaviour: misbehaviours,
  operation: fc.constantFrom("getBackendJob", "cloneBackend"),
  way: fc.constantFrom("send", "safeSend", "callback", "method"),
  statuses: answers,
  isWatched: fc.boolean(),
});

type Situation = typeof situations extends fc.Arbitrary<infer Value> ? Value : never;

/** A service that answers as planned, and counts. */
class Service implements HttpHandler {
  readonly sent: number[] = [];
  readonly #statuses: readonly number[];

  constructor(statuses: readonly number[]) {
    this.#statuses = statuses;
  }

  async handle() {
    const statusCode = this.#statuses[this.sent.length] ?? 200;
    this.sent.push(statusCode);
    return { response: { ...WELL.ok, statusCode } };
  }
}

function clientWith({ config = {} }: Sabotage, service: Service): AmplifyBackend {
  const { environment, ...others } = config as AmplifyBackendClientConfig;
  return new AmplifyBackend({
    region: "eu-west-1",
    credentials: WELL.identity,
    requestHandler: service,
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    ...others,
    environment: { random: () => 0, sleep: async () => {}, variables: {}, ...environment },
  });
}

/** Makes a call, in the way of a situation; undefined where it succeeds. */
function failureOf(
  client: AmplifyBackend,
  sabotage: Sabotage,
  { operation, way }: Situation,
): Promise<unknown> {
  const { Command, input } = OPERATIONS[operation] as typeof OPERATIONS.cloneBackend;
  const method = client[operation].bind(client) as typeof client.cloneBackend;
  const given = (sabotage.input ?? input) as typeof input;
  const options = sabotage.options ?? {};
  const settled = (result: Promise<unknown>): Promise<unknown> =>
    result.then(
      () => undefined,
      (error: unknown) => error,
    );
  switch (way) {
    case "safeSend":
      return client.safeSend(new Command(given), options).then(({ error }) => error);
    case "callback":
      return new Promise((resolve) =>
        client.send(new Command(given), options, (error) => resolve(error ?? undefined)),
      );
    case "method":
      return settled(method(given, options));
    case "send":
      return settled(client.send(new Command(given), options));
  }
}

/** An error and what it was caused by. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let each = error; each !== undefined && chain.length < 10; ) {
    chain.push(each);
    try {
      each = (each as Error | null)?.cause;
    } catch {
      break;
    }
  }
  return chain;
}

const WHERE_NOTHING_WAS_SENT = ["ConfigurationError", "CredentialsProviderError", "InputValidationError"];

function expectOneOfTheUnion(error: Error, situation: Situation): void {
  const { Command, input } = OPERATIONS[situation.operation] as typeof OPERATIONS.cloneBackend;
  const { operation } = new Command(input);
  const classes = unionClasses(operation);
  expect([...classes.keys()]).toContain(error.name);
  expect(Object.getPrototypeOf(error)).toBe(classes.get(error.name)?.prototype);
  expect(error).toMatchObject({
    operation: operation.name,
    retryable: expect.any(Boolean),
    message: expect.any(String),
    $metadata: { attempts: expect.any(Number) },
  });
}

/** What names and codes of somebody else's decide about; its getters may throw. */
const isOurOwn = ({ thrown: { what } }: Misbehaviour): boolean => what.includes("of ours");

const CHANNELS = [tracingChannel("tinsmith:call"), tracingChannel("tinsmith:attempt")];
const WATCHER = { start: () => {}, end: () => {}, asyncStart: () => {}, asyncEnd: () => {}, error: () => {} };

/** Makes a call while somebody has subscribed to the diagnostics channels, or while nobody has. */
async function watch<Result>(isWatched: boolean, call: () => Promise<Result>): Promise<Result> {
  if (!isWatched) return call();
  for (const channel of CHANNELS) channel.subscribe(WATCHER);
  try {
    return await call();
  } finally {
    for (const channel of CHANNELS) channel.unsubscribe(WATCHER);
  }
}

async function check(part: string, situation: Situation): Promise<string> {
  const saboteur = new Saboteur(situation.misbehaviour);
  const service = new Service(situation.statuses);
  const sabotage = PARTS[part]?.(saboteur, OPERATIONS[situation.operation].input) ?? {};
  const client = clientWith(sabotage, service);
  const call = () => failureOf(client, sabotage, situation);
  const error = (await watch(situation.isWatched, call)) as Error | undefined;
  if (error === undefined) return "success";
  expectOneOfTheUnion(error, situation);
  if (WHERE_NOTHING_WAS_SENT.includes(error.name)) expect(service.sent).not.toContain(200);
  if (error.message.startsWith("The options of the call")) expect(service.sent).toEqual([]);
  const [first] = saboteur.thrown;
  const isHidden = error.name.endsWith("Error") && first !== undefined && !isOurOwn(situation.misbehaviour);
  if (isHidden && situation.misbehaviour.thrown.what !== "a SyntaxError")
    expect(saboteur.thrown.some((thrown) => chainOf(error).includes(thrown))).toBe(true);
  return error.name;
}

describe("whatever a part of the user's own throws, a call ends in one of its union's errors", () => {
  const endings = new Map<string, number>();
  afterAll(() => console.log("Hostile parts:", Object.fromEntries(endings)));

  test.each(Object.keys(PARTS))("%s", async (part) => {
    const property = fc.asyncProperty(situations, async (situation) => {
      const ending = await check(part, situation);
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    });
    await fc.assert(property, { ...propertySettings(40), verbose: 1 });
    // Promises that nobody waits for fail the test when they have had time to.
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
