import {
  AmplifyBackendClient,
  AuthResources,
  type BackendAPIResourceConfig,
  CreateBackendAPICommand,
  type CreateBackendAuthUserPoolConfig,
  Mode,
  RequiredSignUpAttributesElement,
  ResolutionStrategy,
  Service,
  SignInMethod,
} from "@aws-sdk/client-amplifybackend";

const ResourceConfig: BackendAPIResourceConfig = {
  ApiName: "todo",
  ConflictResolution: { ResolutionStrategy: ResolutionStrategy.AUTOMERGE },
  DefaultAuthType: { Mode: Mode.API_KEY, Settings: { ExpirationTime: 7 } },
  AdditionalAuthTypes: [{ Mode: "AWS_IAM" }],
  Service: "AppSync",
  TransformSchema: "type Todo @model { id: ID! }",
};

const userPool: CreateBackendAuthUserPoolConfig = {
  UserPoolName: "users",
  SignInMethod: SignInMethod.EMAIL,
  RequiredSignUpAttributes: [RequiredSignUpAttributesElement.EMAIL, "NAME"],
};

const labels: Record<Mode, string> = {
  API_KEY: "key",
  AWS_IAM: "IAM",
  AMAZON_COGNITO_USER_POOLS: "Cognito",
  OPENID_CONNECT: "OpenID",
};

const isMode = (text: string): text is Mode => Object.values<string>(Mode).includes(text);

export async function main(): Promise<void> {
  const client = new AmplifyBackendClient({});
  const api = { AppId: "d1corpus", BackendEnvironmentName: "dev", ResourceName: "todo", ResourceConfig };
  const { Status } = await client.send(new CreateBackendAPICommand(api));
  console.log(Status, userPool.SignInMethod, AuthResources.USER_POOL_ONLY, Service.COGNITO);
  const mode: Mode | undefined = ResourceConfig.DefaultAuthType?.Mode;
  console.log(mode && labels[mode], isMode("API_KEY"), isMode("api-key"), Object.keys(Mode).length);
}
