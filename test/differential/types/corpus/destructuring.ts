import {
  AmplifyBackendClient,
  CreateBackendAuthCommand,
  GetBackendAuthCommand,
} from "@aws-sdk/client-amplifybackend";

const environment = { AppId: "d1corpus", BackendEnvironmentName: "dev" };

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient({});
  await client.send(
    new CreateBackendAuthCommand({
      ...environment,
      ResourceName: "users",
      ResourceConfig: {
        AuthResources: "USER_POOL_ONLY",
        Service: "COGNITO",
        UserPoolConfigs: {
          UserPoolName: "users",
          SignInMethod: "EMAIL",
          RequiredSignUpAttributes: ["EMAIL"],
          Mfa: { MFAMode: "OFF" },
        },
      },
    }),
  );
  const {
    ResourceName = "none",
    ResourceConfig: {
      UserPoolConfigs: {
        SignInMethod = "USERNAME",
        RequiredSignUpAttributes: [first = "none", ...others] = [],
        Mfa: { MFAMode = "OFF", Settings: { MfaTypes = [] } = {} } = {},
        OAuth: { RedirectSignInURIs: [redirect = "none"] = [] } = {},
        PasswordPolicy: { MinimumLength = 8 } = {},
      } = {},
      IdentityPoolConfigs: { UnauthenticatedLogin = false } = {},
    } = {},
    Error: failure,
  } = await client.send(new GetBackendAuthCommand({ ...environment, ResourceName: "users" }));
  console.log(ResourceName, SignInMethod, first, others, MFAMode, MfaTypes, redirect, MinimumLength);
  console.log(UnauthenticatedLogin, failure);
}
