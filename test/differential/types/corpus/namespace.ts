import * as amplify from "@aws-sdk/client-amplifybackend";

type Input = amplify.CreateTokenCommandInput;

const input: Input = { AppId: "d1corpus" };

export async function main(): Promise<void> {
  const client = new amplify.AmplifyBackendClient({});
  const token = await client.send(new amplify.CreateTokenCommand(input));
  console.log(token.AppId, token.ChallengeCode?.length, token.SessionId?.length);
  const { SessionId = "" } = token;
  const same = await client.send(new amplify.GetTokenCommand({ ...input, SessionId }));
  console.log(same.ChallengeCode === token.ChallengeCode);
  const deleted = await client.send(new amplify.DeleteTokenCommand({ ...input, SessionId }));
  console.log(deleted.IsSuccess);
  console.log("CloneBackendCommand" in amplify, amplify.MFAMode.OPTIONAL);
}
