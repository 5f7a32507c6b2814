import assert from "node:assert/strict";
import * as sdk from "@tinsmith/amplifybackend";
import type { LocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { API, APP, AUTH, DEV, STAGING, STORAGE } from "./inputs.js";
import type { Narrator } from "./narrator.js";
import { type StartedJob, Storyteller } from "./storyteller.js";

/** Everything that a story needs. */
export interface Stage {
  readonly client: sdk.AmplifyBackendClient;
  readonly local: LocalAmplifyBackend;
  readonly narrator: Narrator;
}

/** The life of an app's backend, from its creation to its removal, in all 31 operations. */
export const tellStory = async (stage: Stage): Promise<void> => {
  const teller = new Storyteller(stage.client, stage.narrator);
  await createBackend(teller);
  await addAPI(teller);
  await addAuth(teller);
  await addStorage(teller);
  await cloneAndImport(teller);
  await listJobs(teller);
  await tokenRoundTrip(teller);
  await refuseBadInput(teller, stage.local);
  await narrowAnError(teller);
  await retryAfterThrottling(teller, stage.local);
  await removeEverything(teller);
};

const createBackend = async (teller: Storyteller): Promise<void> => {
  teller.chapter("Create a backend, and the configuration of its admin UI");
  await teller.send(new sdk.ListS3BucketsCommand({}));
  await teller.job(new sdk.CreateBackendCommand({ ...DEV, AppName: "shop" }), DEV);
  await teller.job(new sdk.CreateBackendConfigCommand({ AppId: APP }), DEV);
  await teller.send(
    new sdk.UpdateBackendConfigCommand({ AppId: APP, LoginAuthConfig: { AwsCognitoRegion: "eu-central-1" } }),
  );
};

const addAPI = async (teller: Storyteller): Promise<void> => {
  teller.chapter("Add an API, and generate the models of its schema");
  const { ResourceName } = API;
  await teller.job(new sdk.CreateBackendAPICommand(API), DEV);
  await teller.send(new sdk.GetBackendAPICommand({ ...DEV, ResourceName }));
  await teller.job(new sdk.GenerateBackendAPIModelsCommand({ ...DEV, ResourceName }), DEV);
  const { Models = "" } = await teller.send(new sdk.GetBackendAPIModelsCommand({ ...DEV, ResourceName }));
  teller.say(`Models: ${Models.replace(/\s+/g, " ").slice(0, 60)}…`);
  await teller.job(
    new sdk.UpdateBackendAPICommand({ ...DEV, ResourceName, ResourceConfig: API.ResourceConfig }),
    DEV,
  );
};

const addAuth = async (teller: Storyteller): Promise<void> => {
  teller.chapter("Add authentication, then ask for longer passwords");
  const { ResourceName } = AUTH;
  await teller.job(new sdk.CreateBackendAuthCommand(AUTH), DEV);
  await teller.job(
    new sdk.UpdateBackendAuthCommand({
      ...DEV,
      ResourceName,
      ResourceConfig: {
        AuthResources: "USER_POOL_ONLY",
        Service: "COGNITO",
        UserPoolConfigs: { PasswordPolicy: { MinimumLength: 16 } },
      },
    }),
    DEV,
  );
  const { ResourceConfig } = await teller.send(new sdk.GetBackendAuthCommand({ ...DEV, ResourceName }));
  const length = ResourceConfig?.UserPoolConfigs?.PasswordPolicy?.MinimumLength;
  assert.equal(length, 16);
  teller.say(`Passwords have at least ${length} characters`);
};

const addStorage = async (teller: Storyteller): Promise<void> => {
  teller.chapter("Add storage, then open it less");
  const { ResourceName } = STORAGE;
  await teller.job(new sdk.CreateBackendStorageCommand(STORAGE), DEV);
  await teller.job(
    new sdk.UpdateBackendStorageCommand({
      ...DEV,
      ResourceName,
      ResourceConfig: { ServiceName: "S3", Permissions: { Authenticated: ["READ"] } },
    }),
    DEV,
  );
  await teller.send(new sdk.GetBackendStorageCommand({ ...DEV, ResourceName }));
};

const cloneAndImport = async (teller: Storyteller): Promise<void> => {
  teller.chapter(
    "Clone the environment, follow the job to its end, and import what exists already into the clone",
  );
  await teller.job(new sdk.CloneBackendCommand({ ...DEV, TargetEnvironmentName: "staging" }), DEV);
  const { BackendEnvironmentList = [] } = await teller.send(new sdk.GetBackendCommand(DEV));
  assert.deepEqual([...BackendEnvironmentList].sort(), ["dev", "staging"]);
  teller.say(`Environments: ${BackendEnvironmentList.join(", ")}`);
  const { ResourceName } = STORAGE;
  await teller.job(
    new sdk.DeleteBackendAuthCommand({ ...STAGING, ResourceName: AUTH.ResourceName }),
    STAGING,
  );
  await teller.job(
    new sdk.ImportBackendAuthCommand({
      ...STAGING,
      UserPoolId: "eu-central-1_Example01",
      NativeClientId: "nativeclientexample",
      WebClientId: "webclientexample",
    }),
    STAGING,
  );
  await teller.job(
    new sdk.DeleteBackendStorageCommand({ ...STAGING, ResourceName, ServiceName: "S3" }),
    STAGING,
  );
  await teller.job(
    new sdk.ImportBackendStorageCommand({ ...STAGING, ServiceName: "S3", BucketName: "shop-files" }),
    STAGING,
  );
};

const listJobs = async (teller: Storyteller): Promise<void> => {
  teller.chapter("List the jobs, three to a page");
  const jobs: sdk.BackendJobRespObj[] = [];
  let pages = 0;
  for await (const page of teller.pages(3, DEV)) {
    pages += 1;
    jobs.push(...(page.Jobs ?? []));
  }
  assert.ok(pages >= 3, `several pages, not ${pages}`);
  teller.say(`${jobs.length} jobs on ${pages} pages`);
  const JobId = jobs[0]?.JobId ?? "";
  await teller.send(
    new sdk.UpdateBackendJobCommand({ ...DEV, JobId, Operation: "CloneBackend", Status: "COMPLETED" }),
  );
};

const tokenRoundTrip = async (teller: Storyteller): Promise<void> => {
  teller.chapter("A challenge token: create, read, delete");
  const { SessionId = "", ChallengeCode } = await teller.send(new sdk.CreateTokenCommand({ AppId: APP }));
  const token = await teller.send(new sdk.GetTokenCommand({ AppId: APP, SessionId }));
  assert.equal(token.ChallengeCode, ChallengeCode);
  const { IsSuccess } = await teller.send(new sdk.DeleteTokenCommand({ AppId: APP, SessionId }));
  assert.equal(IsSuccess, true);
};

const refuseBadInput = async (teller: Storyteller, local: LocalAmplifyBackend): Promise<void> => {
  teller.chapter("Bad input: all problems at once, and nothing is sent");
  const before = local.journal.entries.length;
  const misspelt = { ...DEV, BackendEnvironmentName: "..", TargetEnviromentName: "qa" };
  const result = await teller.safeSend(
    new sdk.CloneBackendCommand(misspelt as unknown as sdk.CloneBackendCommandInput),
  );
  assert.ok(!result.success && result.error.name === "InputValidationError");
  for (const { path, message } of result.error.issues) teller.say(`${path}: ${message}`);
  assert.equal(local.journal.entries.length, before);
};

const narrowAnError = async (teller: Storyteller): Promise<void> => {
  teller.chapter("A modelled error, narrowed by its union");
  const result = await teller.safeSend(new sdk.GetBackendCommand({ AppId: "d0000missing" }));
  assert.ok(!result.success && result.error.name === "NotFoundException");
  teller.say(`${result.error.name}: there is no such ${result.error.ResourceType} (${result.error.message})`);
};

const retryAfterThrottling = async (teller: Storyteller, local: LocalAmplifyBackend): Promise<void> => {
  teller.chapter("The service is busy: 429, then the same call again");
  local.stage({ kind: "throttling", operation: "GetBackend" });
  const { $metadata } = await teller.send(new sdk.GetBackendCommand(DEV));
  assert.equal($metadata.attempts, 2);
  teller.say(`Answered at attempt ${$metadata.attempts}, after ${$metadata.totalRetryDelay} ms of waiting`);
};

const removeEverything = async (teller: Storyteller): Promise<void> => {
  teller.chapter("Remove everything");
  const remove: readonly StartedJob[] = [
    new sdk.DeleteBackendAPICommand({ ...DEV, ResourceName: API.ResourceName }),
    new sdk.DeleteBackendAuthCommand({ ...DEV, ResourceName: AUTH.ResourceName }),
    new sdk.DeleteBackendStorageCommand({ ...DEV, ResourceName: STORAGE.ResourceName, ServiceName: "S3" }),
  ];
  for (const command of remove) await teller.job(command, DEV);
  await teller.job(new sdk.DeleteBackendCommand(STAGING), STAGING);
  await teller.send(new sdk.RemoveBackendConfigCommand({ AppId: APP }));
  await teller.job(new sdk.RemoveAllBackendsCommand({ AppId: APP, CleanAmplifyApp: true }), DEV);
};
