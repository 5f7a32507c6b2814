import * as sdk from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { AmplifyBackendService } from "@tinsmith/amplifybackend/service";
import type { Command, OperationDescriptor } from "@tinsmith/runtime";
import { type LocalServer, type Responder, startServer } from "../../../runtime/src/testing/local-server.js";
import { type AnswerForm, answerForms, type Knowledge } from "./answers.js";
import { Canaries, membersFor } from "./canaries.js";
import { type Outlets, openOutlets } from "./outlets.js";
import { PRINTERS, Search } from "./search.js";

type AnyCommand = Command<object, sdk.MetadataBearer, Error>;
type CommandClass = new (input: object) => AnyCommand;

/** What all scenarios share. */
export interface World {
  readonly canaries: Canaries;
  readonly search: Search;
  readonly outlets: Outlets;
  readonly server: LocalServer;
  readonly credentials: sdk.AwsCredentialIdentity;
  /** Whether one call of a kind will do: every canary is planted all the same. */
  readonly brief: boolean;
  /** What the server answers with from now on. */
  answer(responder: Responder): void;
  /** Makes a call, and searches what it ends in. */
  call(place: string, client: sdk.AmplifyBackendClient, command: AnyCommand, options?: object): Promise<void>;
  client(config?: sdk.AmplifyBackendClientConfig): sdk.AmplifyBackendClient;
  calls: number;
}

/** Has the clients make all kinds of calls with canaries in every secret, and searches all that comes out. */
export async function runScenarios(
  further: readonly ((world: World) => Promise<void>)[],
  brief = false,
): Promise<Pick<World, "canaries" | "search" | "calls">> {
  const canaries = new Canaries();
  const search = new Search();
  using outlets = openOutlets(search);
  let responder: Responder = () => ({});
  let answered = 0;
  await using server = await startServer((request, _index, raw) => responder(request, answered++, raw));
  const world: World = {
    ...{ canaries, search, outlets, server, brief, calls: 0 },
    credentials: {
      accessKeyId: canaries.plant("access key id"),
      secretAccessKey: canaries.plant("secret access key"),
      sessionToken: canaries.plant("session token"),
    },
    answer: (next) => {
      responder = next;
      answered = 0;
    },
    call: async (place, client, command, options) => {
      world.calls++;
      // Not its copies: `command.input` is the caller's own.
      search.inPrinted("command", command, PRINTERS);
      const result = await client.safeSend(command, options);
      if (!result.success) search.inError(`error: ${place}`, result.error);
    },
    client: (config = {}) =>
      new sdk.AmplifyBackendClient({
        region: "eu-west-1",
        endpoint: server.url,
        credentials: world.credentials,
        maxAttempts: 1,
        ...{ logger: outlets.logger, hooks: outlets.hooks },
        environment: { random: () => 0 },
        ...config,
      }),
  };
  for (const operation of AmplifyBackendOperations) await callEveryWay(world, operation);
  for (const scenario of further) await scenario(world);
  return world;
}

async function callEveryWay(world: World, operation: OperationDescriptor): Promise<void> {
  const { name } = operation;
  const { canaries, credentials } = world;
  const input = membersFor(operation.input, `${name} input`, canaries);
  const output = membersFor(operation.output, `${name} output`, canaries);
  const knowledge: Knowledge = { operation, output, further: [credentials.secretAccessKey] };
  const classes = [...operation.errors, ...AmplifyBackendService.commonErrors];
  const errors = classes.map(({ descriptor }) => descriptor);
  const forms = answerForms(knowledge, errors);
  const brief = forms.filter(({ what }) => what === "success" || what === "BadRequestException");
  for (const form of world.brief ? brief : forms) await callForAnswer(world, operation, input, form);
  await callWithBadInputs(world, operation, input);
  await callAndGiveUp(world, operation, input);
}

/** Once for each way to look at an output. */
async function callForAnswer(
  world: World,
  { name }: OperationDescriptor,
  input: object,
  { what, responder, attempts = 1 }: AnswerForm,
): Promise<void> {
  const modes = what === "wrong types" || what === "objects for texts" ? MODES : (["off"] as const);
  for (const output of modes) {
    world.answer(responder);
    const client = world.client({ maxAttempts: attempts, validation: { output } });
    await world.call(what, client, commandOf(name, input));
    client.destroy();
  }
}

const MODES = ["off", "warn", "strict"] as const;

/** How a careless caller may write a secret. */
const DISGUISES: readonly ((secret: unknown) => unknown)[] = [
  (secret) => [secret],
  (secret) => ({ text: secret }),
  (secret) => new Map([[secret, secret]]),
  (secret) => new Error(String(secret)),
  (secret) => Buffer.from(String(secret)),
  (secret) => ({ toString: () => secret, toJSON: () => secret }),
  (secret) => `${String(secret)}\u0000..`,
  (secret) => new URL(`http://${String(secret)}@host/`),
];

async function callWithBadInputs(world: World, { name }: OperationDescriptor, input: object): Promise<void> {
  world.answer(() => ({}));
  for (const mode of MODES) {
    const client = world.client({ validation: { input: mode } });
    for (const disguise of world.brief ? [] : DISGUISES) {
      const command = commandOf(name, spoil(input, disguise) as object);
      await world.call(`bad input, ${mode}`, client, command);
    }
    const unknown = { ...input, Unknown: world.canaries.plant(`${name} unknown member`) };
    await world.call(`unknown member, ${mode}`, client, commandOf(name, unknown));
    client.destroy();
  }
}

/** A copy with all secrets in disguise. */
function spoil(value: unknown, disguise: (secret: unknown) => unknown): unknown {
  if (typeof value === "string") return value.startsWith("canary") ? disguise(value) : value;
  if (Array.isArray(value)) return value.map((item) => spoil(item, disguise));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoil(item, disguise)]));
}

async function callAndGiveUp(world: World, { name }: OperationDescriptor, input: object): Promise<void> {
  const client = world.client();
  world.answer(() => new Promise(() => {}));
  await world.call("timeout", client, commandOf(name, input), { requestTimeout: 20 });
  await world.call("abort", client, commandOf(name, input), { abortSignal: AbortSignal.timeout(20) });
  await world.call("aborted", client, commandOf(name, input), { abortSignal: AbortSignal.abort() });
  client.destroy();
}

/** A command of the package by its operation's name, checked as users' commands are. */
export function commandOf(name: string, input: object): AnyCommand {
  const commands = sdk as unknown as Record<string, CommandClass | undefined>;
  const type = commands[`${name}Command`];
  if (type === undefined) throw new Error(`There is no ${name}Command.`);
  return new type(input);
}
