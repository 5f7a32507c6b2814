import * as official from "@aws-sdk/client-amplifybackend";
import { type ConnectedClient, type Connection, MAX_ATTEMPTS } from "../outcome.js";
import { connectSdk } from "./sdk-client.js";

/** AWS's own client for JavaScript, version 3. */
export const connectV3 = (connection: Connection): ConnectedClient => {
  const client = new official.AmplifyBackendClient({ ...connection, maxAttempts: MAX_ATTEMPTS });
  return connectSdk({ commands: official, client });
};
