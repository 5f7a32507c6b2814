import amplify = require("@aws-sdk/client-amplifybackend");

const client: amplify.AmplifyBackendClient = new amplify.AmplifyBackendClient({ region: "eu-west-3" });

export async function main(): Promise<void> {
  const command = new amplify.GetBackendCommand({ AppId: "d1corpus" });
  const output: amplify.GetBackendCommandOutput = await client.send(command);
  console.log(output.AppName, amplify.ServiceName.S3);
}
