// Copied by tinsmith from model/extensions/local/payloads/backend-payloads.ts. Do not edit: change that file and run `npm run generate`.
import type { AppState } from "../state/app.js";
import type { EnvironmentState } from "../state/environment.js";

/** The CLI's `amplify-meta.json` of an environment, as GetBackend sends it: JSON in a string. */
export const metaConfigOf = (app: AppState, environment: EnvironmentState, region: string): string => {
  const { apis, auths, storages } = environment;
  return JSON.stringify({
    providers: { awscloudformation: providerOf(app, environment, region) },
    api: mapOf(apis, ({ config }) => ({
      service: config.Service ?? "AppSync",
      output: { name: config.ApiName },
    })),
    auth: mapOf(auths, ({ imported }) => ({
      service: "Cognito",
      serviceType: imported === undefined ? "managed" : "imported",
      output: {
        UserPoolId: imported?.userPoolId,
        IdentityPoolId: imported?.identityPoolId,
        AppClientIDWeb: imported?.webClientId,
        AppClientID: imported?.nativeClientId,
      },
    })),
    storage: mapOf(storages, ({ bucketName, isImported }) => ({
      service: "S3",
      serviceType: isImported ? "imported" : "managed",
      output: { BucketName: bucketName, Region: region },
    })),
  });
};

/** The project's `cli.json`, as GetBackend sends it: JSON in a string. */
export const featureFlags = (): string =>
  JSON.stringify({
    features: { graphqltransformer: { transformerversion: 2 }, codegen: { addtypenames: true } },
    debug: {},
  });

const providerOf = ({ appId, appName }: AppState, { name }: EnvironmentState, region: string): object => {
  const stack = `amplify-${appName.toLowerCase()}-${name}`;
  return {
    AmplifyAppId: appId,
    Region: region,
    StackName: stack,
    DeploymentBucketName: `${stack}-deployment`,
  };
};

const mapOf = <Value>(values: ReadonlyMap<string, Value>, describe: (value: Value) => object): object =>
  Object.fromEntries([...values].map(([name, value]) => [name, describe(value)]));
