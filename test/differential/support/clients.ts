import * as official from "@aws-sdk/client-amplifybackend";
import * as ours from "@tinsmith/amplifybackend";
import type { Values } from "./arbitraries.js";

/** Keys that open nothing. */
export const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" };

/** One of the two clients, which a test calls by the names of operations. */
export interface NamedClient {
  /** Calls an operation by its name; settles as the client's `send` does. */
  call(operation: string, input: unknown, options?: object): Promise<Values>;
  destroy(): void;
}

/** Our client, without a look at anything outside the test. */
export const openOurClient = (config: ours.AmplifyBackendClientConfig): NamedClient =>
  named(ours, new ours.AmplifyBackendClient({ region: "eu-west-1", credentials, ...config }));

/** The official client, set up alike. */
export const openOfficialClient = (config: official.AmplifyBackendClientConfig): NamedClient =>
  named(official, new official.AmplifyBackendClient({ region: "eu-west-1", credentials, ...config }));

interface Sender {
  send(command: never, options?: never): Promise<object>;
  destroy(): void;
}

type CommandClass = new (input: unknown) => object;

function named(sdk: object, client: Sender): NamedClient {
  return {
    async call(operation, input, options) {
      const command = Reflect.get(sdk, `${operation}Command`) as CommandClass;
      return (await client.send(new command(input) as never, options as never)) as Values;
    },
    destroy: () => client.destroy(),
  };
}
