import { Agent } from "node:http";
import { AmplifyBackendClient, GetBackendCommand } from "@aws-sdk/client-amplifybackend";
import { NodeHttpHandler } from "@smithy/node-http-handler";

export async function main(): Promise<void> {
  const httpAgent = new Agent({ keepAlive: true });
  const requestHandler = new NodeHttpHandler({ httpAgent, connectionTimeout: 1_000 });
  const client = new AmplifyBackendClient({ requestHandler, maxAttempts: 1 });
  const { AppId } = await client.send(new GetBackendCommand({ AppId: "d1corpus" }));
  console.log(AppId, client.config.requestHandler === requestHandler);
  client.destroy();
  httpAgent.destroy();
}
