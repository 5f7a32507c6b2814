import * as commands from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend, type LocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import type { Command, MetadataBearer } from "@tinsmith/runtime";
import { type Ids, MAKERS, OPERATIONS } from "../plan/operations.js";
import type { PlannedCall } from "../plan/plan-calls.js";

/** A command of whatever operation. */
export type AnyCommand = Command<object, MetadataBearer, Error>;

/** The command of an operation. */
export const commandOf = (operation: string, input: object): AnyCommand => {
  const Type = (commands as unknown as Record<string, new (input: object) => AnyCommand>)[
    `${operation}Command`
  ];
  if (Type === undefined) throw new Error(`There is no ${operation}Command`);
  return new Type(input);
};

/** A service whose jobs are over at once, and that forgets no call. */
export const createService = (): LocalAmplifyBackend =>
  createLocalAmplifyBackend({
    buckets: ["company"],
    jobDelays: { pending: 0, running: 0 },
    journalLimit: Number.MAX_SAFE_INTEGER,
  });

/** Makes what each call needs, so that only what goes wrong on the way can go wrong; gives the commands to be sent. */
export const prepareCalls = async (
  local: LocalAmplifyBackend,
  calls: readonly PlannedCall[],
): Promise<AnyCommand[]> => {
  const client = new commands.AmplifyBackendClient(local.clientConfig());
  const prepared: AnyCommand[] = [];
  for (const { id, operation } of calls) prepared.push(await prepare(client, id, operation));
  client.destroy();
  return prepared;
};

const prepare = async (
  client: commands.AmplifyBackendClient,
  app: string,
  operation: string,
): Promise<AnyCommand> => {
  let ids: Ids = { app, session: "", job: "" };
  for (const part of useOf(operation).needs) {
    const maker = MAKERS[part];
    const result = (await client.send(commandOf(maker, useOf(maker).input(ids)))) as {
      JobId?: string;
      SessionId?: string;
    };
    ids = { ...ids, session: result.SessionId ?? ids.session, job: ids.job || (result.JobId ?? "") };
  }
  return commandOf(operation, useOf(operation).input(ids));
};

const useOf = (operation: string) => {
  const use = OPERATIONS[operation];
  if (use === undefined) throw new Error(`Nobody knows how to use ${operation}`);
  return use;
};
