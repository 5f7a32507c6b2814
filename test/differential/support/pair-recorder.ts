import type { AmplifyBackendClientConfig as OfficialConfig } from "@aws-sdk/client-amplifybackend";
import type { AmplifyBackendClientConfig } from "@tinsmith/amplifybackend";
import {
  type CapturedRequest,
  type LocalServer,
  startServer,
} from "../../../runtime/src/testing/local-server.js";
import { type NamedClient, openOfficialClient, openOurClient } from "./clients.js";

/** What came of a call: the request that went out, or why none did. */
export interface Outcome {
  readonly request?: CapturedRequest;
  readonly error?: Error;
}

/** What came of the same call with both clients. */
export interface OutcomePair {
  readonly ours: Outcome;
  readonly official: Outcome;
}

/** How the two clients are set up, each in its own terms. */
export interface PairSettings {
  readonly ours?: AmplifyBackendClientConfig;
  readonly official?: OfficialConfig;
}

/** Both clients in front of one real server, which answers everything with `{}`. */
export class PairRecorder {
  readonly #server: LocalServer;
  readonly #ours: NamedClient;
  readonly #official: NamedClient;

  constructor(server: LocalServer, settings: PairSettings) {
    this.#server = server;
    this.#ours = openOurClient({ endpoint: server.url, ...settings.ours });
    this.#official = openOfficialClient({ endpoint: server.url, ...settings.official });
  }

  static async open(settings: PairSettings = {}): Promise<PairRecorder> {
    return new PairRecorder(await startServer(), settings);
  }

  /** Makes a call with both clients, one after the other. */
  async record(operation: string, input: unknown): Promise<OutcomePair> {
    return {
      ours: await this.#outcome(this.#ours, operation, input),
      official: await this.#outcome(this.#official, operation, input),
    };
  }

  async #outcome(client: NamedClient, operation: string, input: unknown): Promise<Outcome> {
    const { requests } = this.#server;
    requests.length = 0;
    try {
      await client.call(operation, input);
    } catch (error) {
      if (requests.length === 0) return { error: error as Error };
      throw error;
    }
    const [request] = requests;
    return request === undefined ? {} : { request };
  }

  async close(): Promise<void> {
    this.#ours.destroy();
    this.#official.destroy();
    await this.#server.close();
  }
}

/** The request of a call that has to make one. @throws what the client refused it with */
export const sent = ({ request, error }: Outcome): CapturedRequest => {
  if (request !== undefined) return request;
  throw error ?? new Error("The client sent nothing.");
};
