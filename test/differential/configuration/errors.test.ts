import {
  AmplifyBackendClient as OfficialClient,
  GetTokenCommand as OfficialCommand,
} from "@aws-sdk/client-amplifybackend";
import { expect, test } from "@jest/globals";
import { AmplifyBackendClient, GetTokenCommand } from "@tinsmith/amplifybackend";
import { difference } from "../support/differences.js";
import { inSurroundings } from "./support/surroundings.js";

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const input = { AppId: "app", SessionId: "session" };

/** Configurations that no call can be made with, and the official client's name for what is wrong. */
const UNFIT = [
  [{}, "Error"],
  [{ region: "eu/west" }, "Error"],
  [{ region: "eu-west-1", endpoint: "nonsense" }, "TypeError"],
  [{ region: "eu-west-1", endpoint: "https://example.com", useFipsEndpoint: true }, "EndpointError"],
] as const;

test(difference("configuration-error"), async () => {
  for (const [config, name] of UNFIT) {
    await inSurroundings({}, async () => {
      const official = async () =>
        new OfficialClient({ credentials, ...config }).send(new OfficialCommand(input));
      const ours = async () =>
        new AmplifyBackendClient({ credentials, ...config }).send(new GetTokenCommand(input));
      await expect(official()).rejects.toMatchObject({ name });
      await expect(ours()).rejects.toMatchObject({ name: "ConfigurationError" });
    });
  }
});
