import { Client, type ClientConfig } from "../index.js";
import { service } from "./amplify.js";

/** Keys that open nothing. */
export const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" };

/** A client that looks at nothing outside the test: no environment variables, no files. */
export function testClient(config: ClientConfig): Client {
  const variables = {
    AWS_CONFIG_FILE: "/does/not/exist",
    AWS_SHARED_CREDENTIALS_FILE: "/does/not/exist",
    AWS_EC2_METADATA_DISABLED: "true",
  };
  return new Client(service, {
    region: "eu-west-1",
    credentials,
    ...config,
    environment: { variables, ...config.environment },
  });
}
