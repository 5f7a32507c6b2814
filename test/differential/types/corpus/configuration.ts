import { AmplifyBackendClient, type AmplifyBackendClientConfig } from "@aws-sdk/client-amplifybackend";

const lines: string[] = [];
const config: AmplifyBackendClientConfig = {
  region: "us-east-2",
  credentials: async () => ({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" }),
  endpoint: "https://amplify.example.com/base",
  maxAttempts: 5,
  retryMode: "adaptive",
  logger: { debug() {}, info: (text) => lines.push(String(text)), warn() {}, error() {} },
  customUserAgent: "corpus/1.0",
  useFipsEndpoint: false,
  useDualstackEndpoint: async () => false,
};

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient(config);
  console.log(await client.config.region(), await client.config.maxAttempts());
  const { accessKeyId, sessionToken } = await client.config.credentials();
  console.log(accessKeyId, sessionToken, client.config.serviceId, client.config.apiVersion);
  const endpoint = await client.config.endpoint?.();
  console.log(endpoint?.protocol, endpoint?.hostname, endpoint?.path);
  console.log(await client.config.useFipsEndpoint(), await client.config.useDualstackEndpoint());
  client.destroy();
}
