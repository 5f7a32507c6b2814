const { AmplifyBackend, AmplifyBackendClient, GetBackendCommand } = require("@aws-sdk/client-amplifybackend");

exports.main = async () => {
  const first = new AmplifyBackendClient({ region: "ap-southeast-2", maxAttempts: 2 });
  const shared = { ...first.config, retryStrategy: undefined };
  const second = new AmplifyBackendClient(shared);
  const third = new AmplifyBackend({ ...shared, region: "us-west-2" });
  const command = new GetBackendCommand({ AppId: "d1corpus" });
  for (const client of [first, second, third]) {
    const { AppName } = await client.send(command);
    console.log(AppName, await client.config.region(), await client.config.maxAttempts());
  }
};
