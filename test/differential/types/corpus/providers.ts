import { AmplifyBackendClient, GetBackendCommand } from "@aws-sdk/client-amplifybackend";
import {
  fromEnv,
  fromIni,
  fromNodeProviderChain,
  fromTemporaryCredentials,
} from "@aws-sdk/credential-providers";

/** Which credentials an application uses where. */
const providers = {
  ci: fromEnv(),
  laptop: fromIni({ profile: "work" }),
  server: fromNodeProviderChain(),
  other: fromTemporaryCredentials({ params: { RoleArn: "arn:aws:iam::123456789012:role/other" } }),
};

export async function main(): Promise<void> {
  for (const place of ["ci", "server"] as const) {
    const client = new AmplifyBackendClient({ credentials: providers[place], region: "eu-central-1" });
    const { AppName } = await client.send(new GetBackendCommand({ AppId: "d1corpus" }));
    const { accessKeyId, expiration } = await client.config.credentials();
    console.log(place, AppName, accessKeyId, expiration);
  }
  const { length } = Object.keys({
    ...new AmplifyBackendClient({ credentials: providers.laptop, region: "eu-west-1" }),
    ...new AmplifyBackendClient({ credentials: providers.other, region: "eu-west-1" }),
  });
  console.log(length > 0);
}
