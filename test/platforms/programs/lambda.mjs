// A Lambda function whose event is a world.
import "./watch-code.mjs";
import { AmplifyBackendClient, CreateTokenCommand } from "@tinsmith/amplifybackend";
import { tell } from "./story.mjs";

let client;

export const handler = async (world, { awsRequestId }) => {
  const checks = [...(await tell(world))];
  client ??= new AmplifyBackendClient({ endpoint: `${world.hasty}/ok` });
  const result = await client.safeSend(new CreateTokenCommand({ AppId: "app" }));
  const arrivals = await (await fetch(`${world.service}/journal`)).json();
  const isWell = result.success && arrivals.length === 1;
  const failure = isWell ? undefined : `${result.error}, after ${arrivals.length} requests`;
  checks.push({ title: "a client that is kept between invocations calls once", failure });
  return checks.map((check) => ({ ...check, title: `${awsRequestId}: ${check.title}` }));
};
