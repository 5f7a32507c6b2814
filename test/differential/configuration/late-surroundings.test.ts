import { AmplifyBackendClient as OfficialClient } from "@aws-sdk/client-amplifybackend";
import { describe, expect, test } from "@jest/globals";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { inSurroundings } from "./support/surroundings.js";

const variables = {
  AWS_PROFILE: "work",
  AWS_CONFIG_FILE: "$FOLDER/late-config",
  AWS_SHARED_CREDENTIALS_FILE: "$FOLDER/late-credentials",
};
const files = {
  "late-config": ["[profile work]", "region = eu-south-2"],
  "late-credentials": ["[work]", "aws_access_key_id = AKIDLATE", "aws_secret_access_key = secret"],
};

/** Makes a client while there are no variables, replaces `process.env` as many tests do, and asks the client then. */
const askLate = (Client: typeof OfficialClient | typeof AmplifyBackendClient) =>
  inSurroundings({ variables, files }, async () => {
    const late = process.env;
    try {
      process.env = {};
      const { config } = new Client({});
      process.env = late;
      return { region: await config.region(), accessKeyId: (await config.credentials()).accessKeyId };
    } finally {
      process.env = late;
    }
  });

describe("what is set after the client was made", () => {
  test.each(Object.entries({ OfficialClient, AmplifyBackendClient }))("counts: %s", async (_name, Client) => {
    expect(await askLate(Client)).toEqual({ region: "eu-south-2", accessKeyId: "AKIDLATE" });
  });
});
