import * as official from "@aws-sdk/client-amplifybackend";
import { afterAll, jest } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { Command, type MetadataBearer, type OperationDescriptor } from "@tinsmith/runtime";
import {
  type CapturedRequest,
  type LocalServer,
  type Responder,
  startServer,
} from "../../../../runtime/src/testing/local-server.js";
import { sampleStructure } from "../../../support/sample-value.js";
import { credentials } from "../../support/clients.js";
import { PROPERTY_TIMEOUT } from "../../support/runs.js";
import { FakeWorld } from "./fake-world.js";

jest.setTimeout(PROPERTY_TIMEOUT);

/** How a call came to its end. */
export interface Ending {
  /** `success`, or the name of the error: for what the service sent, the name on the wire. */
  readonly end: string;
  readonly attempts: number | undefined;
  readonly totalRetryDelay: number | undefined;
}

/** One of the two clients, with a server of its own. */
export interface Side {
  call(operation: string): Promise<Ending>;
  /** The same, with all that is said about the call. */
  metadata(operation: string): Promise<object>;
  /** Milliseconds that the client believes the service's clock to be ahead. */
  clockOffset(): number;
  readonly requests: readonly CapturedRequest[];
  readonly world: FakeWorld;
}

/** What came of using one of the two clients. */
export interface Observation<Value> {
  readonly value: Value;
  readonly requests: readonly CapturedRequest[];
  /** Milliseconds of each wait between attempts. */
  readonly waits: readonly number[];
}

/** What both clients understand. */
export type SharedConfig = official.AmplifyBackendClientConfig & ours.AmplifyBackendClientConfig;

/** What both clients meet. */
export interface Situation {
  /** Made anew for each client. */
  readonly server: (world: FakeWorld) => Responder;
  /** Made anew for each client. */
  readonly config?: () => Partial<SharedConfig>;
  /** What chance gives, over and over; 0 where nothing is said. */
  readonly random?: readonly number[];
}

let calls = 0;

/** Says at the end of a file how many calls were compared. */
export const reportCalls = (subject: string): void => {
  afterAll(() => console.log(`${subject}: ${calls} calls of each client.`));
};

/** Uses both clients in the same way, one after the other, each against a server of its own. */
export const useBoth = async <Value>(
  situation: Situation,
  use: (side: Side) => Promise<Value>,
): Promise<{ official: Observation<Value>; ours: Observation<Value> }> => ({
  official: await useOne(situation, openOfficial, use),
  ours: await useOne(situation, openOurs, use),
});

interface Opened {
  send(operation: OperationDescriptor): Promise<MetadataBearer>;
  clockOffset(): number;
  destroy(): void;
}

async function useOne<Value>(
  { server, config, random = [0] }: Situation,
  open: (config: SharedConfig, world: FakeWorld) => Opened,
  use: (side: Side) => Promise<Value>,
): Promise<Observation<Value>> {
  const world = new FakeWorld(random);
  await using local = await startServer(withDate(server(world), world));
  const { requests } = local;
  world.install();
  try {
    const client = open({ ...settingsFor(local), ...config?.() }, world);
    const call = (name: string): Promise<Ending> => endOf(client.send(descriptorOf(name)));
    const metadata = (name: string): Promise<object> => metadataOf(client.send(descriptorOf(name)));
    const value = await use({ call, metadata, clockOffset: client.clockOffset, requests, world });
    client.destroy();
    return { value, requests, waits: world.waits };
  } finally {
    world.uninstall();
  }
}

const settingsFor = ({ url }: LocalServer) => ({ region: "eu-west-1", endpoint: url, credentials });

/** The server's own clock is the real one; here it goes by the world's, unless the answer says otherwise. */
function withDate(responder: Responder, world: FakeWorld): Responder {
  return async (request, index, raw) => {
    const planned = await responder(request, index, raw);
    const date = new Date(world.now).toUTCString();
    return planned && { ...planned, headers: { date, ...planned.headers } };
  };
}

function openOfficial(config: SharedConfig): Opened {
  const client = new official.AmplifyBackendClient(config);
  return {
    send: (operation) => client.send(officialCommand(operation)),
    clockOffset: () => client.config.systemClockOffset,
    destroy: () => client.destroy(),
  };
}

function openOurs(config: SharedConfig, world: FakeWorld): Opened {
  const sleep = async (milliseconds: number): Promise<void> => world.wait(milliseconds);
  const environment = { random: world.random, now: () => world.now, sleep };
  // Calls of the official client have no limit as a whole.
  const client = new ours.AmplifyBackendClient({ callTimeout: 0, ...config, environment });
  return {
    send: (operation) => {
      calls++;
      return client.send(new Command(operation, sampleStructure(operation.input)));
    },
    clockOffset: () => client.config.systemClockOffset,
    destroy: () => client.destroy(),
  };
}

/** The operations of the model, by name. */
export const operations: ReadonlyMap<string, OperationDescriptor> = new Map(
  AmplifyBackendOperations.map((operation) => [operation.name, operation]),
);

function descriptorOf(name: string): OperationDescriptor {
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(`There is no operation ${name}.`);
  return operation;
}

type OfficialCommand = official.GetBackendJobCommand;

function officialCommand({ name, input }: OperationDescriptor): OfficialCommand {
  const Command = Reflect.get(official, `${name}Command`) as new (input: object) => OfficialCommand;
  return new Command(sampleStructure(input));
}

async function endOf(call: Promise<MetadataBearer>): Promise<Ending> {
  try {
    return ending("success", (await call).$metadata);
  } catch (reason) {
    const { name, code, $metadata } = reason as { name: string; code?: string; $metadata?: Ending };
    return ending(name === "UnmodeledServiceException" ? (code ?? name) : name, $metadata);
  }
}

async function metadataOf(call: Promise<MetadataBearer>): Promise<object> {
  try {
    return (await call).$metadata;
  } catch (reason) {
    return (reason as MetadataBearer).$metadata;
  }
}

const ending = (end: string, metadata: Partial<Ending> = {}): Ending => ({
  end,
  attempts: metadata.attempts,
  totalRetryDelay: metadata.totalRetryDelay,
});

/** An observation of one call in short: what to compare. */
export const summary = ({ requests, waits, value }: Observation<Ending>) => ({
  requests: requests.length,
  waits,
  ...value,
});
