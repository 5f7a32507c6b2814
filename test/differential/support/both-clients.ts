import { startServer } from "../../../runtime/src/testing/local-server.js";
import type { Values } from "./arbitraries.js";
import { type NamedClient, openOfficialClient, openOurClient } from "./clients.js";
import { type OfficialOperation, officialOperation } from "./official-operations.js";

/** What the server answers with. */
export interface Answer {
  readonly status?: number;
  /** In any case; a name may come twice. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Uint8Array;
}

/** How a call ended; whatever was thrown is an error. */
export type Ending =
  | { readonly output: Values; readonly error?: undefined }
  | { readonly error: Values; readonly output?: undefined };

/** How the same call ended with each of the clients. */
export interface Endings {
  readonly ours: Ending;
  readonly official: Ending;
}

/** Both clients, and a server that gives each of them the same answers. */
export interface BothClients extends AsyncDisposable {
  /** Has both make a call that needs no more than its path; the last of the answers is repeated. */
  call(operation: string, ...answers: readonly Answer[]): Promise<Endings>;
  close(): Promise<void>;
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
  const config = { endpoint: server.url, maxAttempts };
  const ours = openOurClient({ ...config, validation: { input: "off" } });
  const official = openOfficialClient(config);
  const answered = (client: NamedClient, name: string, answers: readonly Answer[]): Promise<Ending> => {
    planned = answers;
    return ending(client.call(name, labelsOf(officialOperation(name))));
  };
  const close = async (): Promise<void> => {
    ours.destroy();
    official.destroy();
    await server.close();
  };
  return {
    call: async (name, ...answers) => ({
      ours: await answered(ours, name, answers),
      official: await answered(official, name, answers),
    }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const labelsOf = ({ input }: OfficialOperation): Values =>
  Object.fromEntries(input.members.filter(({ label }) => label).map(({ name }) => [name, "some"]));

async function ending(call: Promise<Values>): Promise<Ending> {
  try {
    return { output: await call };
  } catch (error) {
    return { error: error as Values };
  }
}
