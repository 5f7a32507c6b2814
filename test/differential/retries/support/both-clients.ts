import * as official from "@aws-sdk/client-amplifybackend";
import * as ours from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { Command, type MetadataBearer, type OperationDescriptor } from "@tinsmith/runtime";
import { credentials } from "../../../../runtime/src/testing/clients.js";
import {
  type CapturedRequest,
  type LocalServer,
  type Responder,
  startServer,
} from "../../../../runtime/src/testing/local-server.js";
import { sampleStructure } from "../../../support/sample-value.js";
import { fixedRandom, recordOfficialWaits, stopRecording } from "./official-waits.js";

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
  readonly requests: readonly CapturedRequest[];
}

/** What came of using one of the two clients. */
export interface Observation<Value> {
  readonly value: Value;
  readonly requests: readonly CapturedRequest[];
  /** Milliseconds of each wait between attempts. */
  readonly waits: readonly number[];
}

/** What both clients meet. */
export interface Situation {
  /** Made anew for each client. */
  readonly server: () => Responder;
  /** Configuration of both, made anew for each client. */
  readonly config?: () => official.AmplifyBackendClientConfig & ours.AmplifyBackendClientConfig;
  /** What chance gives, over and over; 0 where nothing is said. */
  readonly random?: readonly number[];
}

/** Uses both clients in the same way, one after the other, each against a server of its own. */
export const useBoth = async <Value>(
  situation: Situation,
  use: (side: Side) => Promise<Value>,
): Promise<{ official: Observation<Value>; ours: Observation<Value> }> => ({
  official: await useOfficial(situation, use),
  ours: await useOurs(situation, use),
});

const useOfficial = async <Value>(
  { server, config, random = [0] }: Situation,
  use: (side: Side) => Promise<Value>,
): Promise<Observation<Value>> => {
  await using local = await startServer(server());
  const client = new official.AmplifyBackendClient({ ...settingsFor(local), ...config?.() });
  const waits = recordOfficialWaits(fixedRandom(random));
  try {
    const call = (name: string): Promise<Ending> => endOf(client.send(officialCommand(name)));
    return { value: await use({ call, requests: local.requests }), requests: local.requests, waits };
  } finally {
    stopRecording();
    client.destroy();
  }
};

const useOurs = async <Value>(
  { server, config, random = [0] }: Situation,
  use: (side: Side) => Promise<Value>,
): Promise<Observation<Value>> => {
  await using local = await startServer(server());
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  const environment = { random: fixedRandom(random), sleep };
  const client = new ours.AmplifyBackendClient({ ...settingsFor(local), ...config?.(), environment });
  try {
    const call = (name: string): Promise<Ending> => endOf(client.send(ourCommand(name)));
    return { value: await use({ call, requests: local.requests }), requests: local.requests, waits };
  } finally {
    client.destroy();
  }
};

const settingsFor = ({ url }: LocalServer) => ({ region: "eu-west-1", endpoint: url, credentials });

/** The operations of the model, by name. */
export const operations: ReadonlyMap<string, OperationDescriptor> = new Map(
  AmplifyBackendOperations.map((operation) => [operation.name, operation]),
);

const descriptorOf = (name: string): OperationDescriptor => {
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(`There is no operation ${name}.`);
  return operation;
};

const ourCommand = (name: string): Command<object, MetadataBearer, Error> =>
  new Command(descriptorOf(name), sampleStructure(descriptorOf(name).input));

type OfficialCommand = official.GetBackendJobCommand;

const officialCommand = (name: string): OfficialCommand => {
  const classes = official as unknown as Record<string, new (input: object) => OfficialCommand>;
  const OfficialClass = classes[`${name}Command`];
  if (OfficialClass === undefined) throw new Error(`The official client has no ${name}Command.`);
  return new OfficialClass(sampleStructure(descriptorOf(name).input));
};

const endOf = async (call: Promise<MetadataBearer>): Promise<Ending> => {
  try {
    return ending("success", (await call).$metadata);
  } catch (reason) {
    const { name, code, $metadata } = reason as { name: string; code?: string; $metadata?: Ending };
    return ending(name === "UnmodeledServiceException" ? (code ?? name) : name, $metadata);
  }
};

const ending = (end: string, metadata: Partial<Ending> = {}): Ending => ({
  end,
  attempts: metadata.attempts,
  totalRetryDelay: metadata.totalRetryDelay,
});
