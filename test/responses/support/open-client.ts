import { AmplifyBackendClient, type AmplifyBackendClientConfig } from "@tinsmith/amplifybackend";
import { credentials } from "../../differential/support/clients.js";

/** A client of a server of the test; one attempt, unless told otherwise. */
export const openClient = (url: string, config: AmplifyBackendClientConfig = {}): AmplifyBackendClient =>
  new AmplifyBackendClient({
    endpoint: url,
    region: "eu-west-1",
    credentials,
    maxAttempts: 1,
    ...config,
  });
