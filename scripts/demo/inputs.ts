import type {
  CreateBackendAPICommandInput,
  CreateBackendAuthCommandInput,
  CreateBackendStorageCommandInput,
} from "@tinsmith/amplifybackend";

/** The app that the story is about. */
export const APP = "d2fxkq1example";
/** Its first environment. */
export const DEV = { AppId: APP, BackendEnvironmentName: "dev" } as const;
/** The clone of {@link DEV}. */
export const STAGING = { AppId: APP, BackendEnvironmentName: "staging" } as const;

export const API = {
  ...DEV,
  ResourceName: "shopapi",
  ResourceConfig: {
    ApiName: "shopapi",
    Service: "AppSync",
    DefaultAuthType: { Mode: "API_KEY", Settings: { ExpirationTime: 7 } },
    ConflictResolution: { ResolutionStrategy: "AUTOMERGE" },
    TransformSchema: "type Product @model { id: ID! name: String! }",
  },
} as const satisfies CreateBackendAPICommandInput;

export const AUTH: CreateBackendAuthCommandInput = {
  ...DEV,
  ResourceName: "shopauth",
  ResourceConfig: {
    AuthResources: "USER_POOL_ONLY",
    Service: "COGNITO",
    UserPoolConfigs: {
      UserPoolName: "shoppers",
      SignInMethod: "EMAIL",
      RequiredSignUpAttributes: ["EMAIL"],
      PasswordPolicy: { MinimumLength: 12, AdditionalConstraints: ["REQUIRE_DIGIT"] },
      Mfa: { MFAMode: "OPTIONAL", Settings: { MfaTypes: ["TOTP"] } },
    },
  },
};

export const STORAGE = {
  ...DEV,
  ResourceName: "shopfiles",
  ResourceConfig: {
    ServiceName: "S3",
    BucketName: "shop-files",
    Permissions: { Authenticated: ["READ", "CREATE_AND_UPDATE"], UnAuthenticated: ["READ"] },
  },
} satisfies CreateBackendStorageCommandInput;
