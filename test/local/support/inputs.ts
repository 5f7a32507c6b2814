/** Setups that several tests need, each as small as the service takes it. */
export const API_CONFIG = {
  ApiName: "todos",
  Service: "AppSync",
  TransformSchema:
    "type Todo @model @auth(rules: [{ allow: owner }]) { id: ID! title: String! tags: [Tag!] }\ntype Tag { word: String }",
  DefaultAuthType: { Mode: "API_KEY", Settings: { ExpirationTime: 7 } },
} as const;

/** Authentication by user pool alone. */
const AUTH_CONFIG = {
  Service: "COGNITO",
  AuthResources: "USER_POOL_ONLY",
  UserPoolConfigs: {
    UserPoolName: "people",
    SignInMethod: "EMAIL",
    RequiredSignUpAttributes: ["EMAIL"],
    PasswordPolicy: { MinimumLength: 8 },
  },
} as const;

/** Lists that clients may keep: the types of inputs are mutable. */
export const authConfig = () => ({
  ...AUTH_CONFIG,
  UserPoolConfigs: {
    ...AUTH_CONFIG.UserPoolConfigs,
    RequiredSignUpAttributes: [...AUTH_CONFIG.UserPoolConfigs.RequiredSignUpAttributes],
  },
});

/** A bucket of the service's own, for users who are signed in. */
export const storageConfig = () => ({
  ServiceName: "S3" as const,
  BucketName: "shop-files",
  Permissions: { Authenticated: ["READ" as const, "DELETE" as const] },
});
