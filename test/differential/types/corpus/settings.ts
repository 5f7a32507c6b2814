import {
  AmplifyBackendClient,
  type AmplifyBackendClientConfig,
  GetBackendCommand,
} from "@aws-sdk/client-amplifybackend";
import { ConfiguredRetryStrategy } from "@smithy/core/retry";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttp2Handler, NodeHttpHandler } from "@smithy/node-http-handler";
import type { AwsCredentialIdentity, Logger, Provider, RetryStrategyV2 } from "@smithy/types";

const credentials: Provider<AwsCredentialIdentity> = async () => ({
  accessKeyId: "LOCALACCESSKEY",
  secretAccessKey: "local-secret-access-key",
  expiration: new Date(Date.now() + 3_600_000),
});
const logger: Logger = { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };
const retryStrategy: RetryStrategyV2 = new ConfiguredRetryStrategy(
  4,
  (attempt: number) => 100 + attempt * 50,
);

/** Settings that are put together from parts, as applications do. */
const variants: Record<string, Partial<AmplifyBackendClientConfig>> = {
  fetch: { requestHandler: new FetchHttpHandler({ requestTimeout: 5_000 }) },
  node: { requestHandler: NodeHttpHandler.create({ requestTimeout: 5_000 }) },
  retries: { retryStrategy },
  agent: { customUserAgent: [["corpus", "1.0"]], userAgentAppId: "corpus", defaultsMode: "standard" },
  flags: { disableHostPrefix: true, tls: true, useFipsEndpoint: async () => false },
};

export async function main(): Promise<void> {
  const unused: AmplifyBackendClientConfig = { requestHandler: new NodeHttp2Handler() };
  console.log(Object.keys(unused));
  for (const [name, variant] of Object.entries(variants)) {
    const client = new AmplifyBackendClient({ credentials, logger, region: "eu-central-1", ...variant });
    const { AppName } = await client.send(new GetBackendCommand({ AppId: "d1corpus" }));
    console.log(name, AppName);
    client.destroy();
  }
}
