import * as official from "@aws-sdk/client-amplifybackend";
import * as ours from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import type { OperationDescriptor } from "@tinsmith/runtime";
import { credentials } from "../../../../runtime/src/testing/clients.js";
import { startServer } from "../../../../runtime/src/testing/local-server.js";

/** What the server answers with. */
export interface Answer {
  readonly status?: number;
  /** Name and value in turn, so that a name can come twice, in any case. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Uint8Array;
}

/** How a call ended; whatever was thrown is an error. */
export type Ending =
  | { readonly output: Record<string, unknown>; readonly error?: undefined }
  | { readonly error: Record<string, unknown>; readonly output?: undefined };

/** How the same call ended with each of the clients. */
export interface Endings {
  readonly ours: Ending;
  readonly official: Ending;
}

/** Both clients, and a server that gives each of them the same answer. */
export interface BothClients extends AsyncDisposable {
  /** Has both make a call that needs no more than what is part of the path; the last of the answers is repeated. */
  call(operation: OperationDescriptor, ...answers: readonly Answer[]): Promise<Endings>;
  close(): Promise<void>;
}

/** The service's operations, in the order of their names. */
export const operations: readonly OperationDescriptor[] = [...AmplifyBackendOperations].sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

/** The operation of a name. */
export function operationOf(name: string): OperationDescriptor {
  const found = operations.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`There is no operation ${name}`);
  return found;
}

/**
 * Connects both clients to one server.
 *
 * @param maxAttempts - of each call; with one, every answer is seen
 */
export async function startBothClients(maxAttempts = 1): Promise<BothClients> {
  let planned: readonly Answer[] = [];
  const server = await startServer((_request, _index, { response }) => {
    const [{ status = 200, headers = [], body = "{}" } = {}, ...later] = planned;
    if (later.length > 0) planned = later;
    response.writeHead(status, headers.flat()).end(body);
    return undefined;
  });
  const config = { region: "eu-west-1", endpoint: server.url, credentials, maxAttempts };
  const ourClient = new ours.AmplifyBackendClient({ ...config, validation: { input: "off" } });
  const officialClient = new official.AmplifyBackendClient(config);
  const close = async (): Promise<void> => {
    ourClient.destroy();
    officialClient.destroy();
    await server.close();
  };
  return {
    async call(operation, ...answers) {
      planned = answers;
      const ourEnding = await ending(ourClient.send(commandOf(ours, operation)));
      planned = answers;
      const officialEnding = await ending(officialClient.send(commandOf(official, operation)));
      return { ours: ourEnding, official: officialEnding };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function commandOf(commands: object, { name, input }: OperationDescriptor): never {
  const labels = Object.entries(input.members).filter(([, { location }]) => location === "label");
  const Command = (commands as Readonly<Record<string, new (input: object) => never>>)[`${name}Command`];
  if (Command === undefined) throw new Error(`There is no ${name}Command`);
  return new Command(Object.fromEntries(labels.map(([member]) => [member, "some"])));
}

async function ending(call: Promise<unknown>): Promise<Ending> {
  try {
    return { output: (await call) as Record<string, unknown> };
  } catch (error) {
    return { error: error as Record<string, unknown> };
  }
}
