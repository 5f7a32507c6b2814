// @ts-check
const {
  AmplifyBackendClient,
  CreateBackendCommand,
  NotFoundException,
} = require("@aws-sdk/client-amplifybackend");

/** @type {import("@aws-sdk/client-amplifybackend").AmplifyBackendClientConfig} */
const config = { region: "eu-central-1", maxAttempts: 2 };
const client = new AmplifyBackendClient(config);

/**
 * @param {import("@aws-sdk/client-amplifybackend").CreateBackendCommandInput} input
 * @returns {Promise<string | undefined>}
 */
async function create(input) {
  try {
    const { Status } = await client.send(new CreateBackendCommand(input));
    return Status;
  } catch (error) {
    if (error instanceof NotFoundException) return "missing";
    throw error;
  }
}

exports.main = async () => {
  console.log(await create({ AppId: "d3corpus", AppName: "shop", BackendEnvironmentName: "dev" }));
};
