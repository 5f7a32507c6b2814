import * as sdk from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { callArbitrary } from "../../requests/support/label-arbitrary.js";
import { type Labels, type Route, routes } from "../../requests/support/routes.js";
import { sampleStructure } from "../../support/sample-value.js";
import type { Arrival } from "../service.js";
import { type Checks, equal } from "./checks.js";
import { CREDENTIALS, REGION, type World } from "./world.js";

type Command = sdk.GetBackendCommand;
const commandOf = ({ name, operation }: Route, labels: Labels): Command => {
  const Class = (sdk as unknown as Record<string, new (input: object) => Command>)[`${name}Command`];
  if (Class === undefined) throw new Error(`There is no ${name}Command.`);
  return new Class({ ...sampleStructure(operation.input), ...labels });
};
const create = (): sdk.CreateTokenCommand => new sdk.CreateTokenCommand({ AppId: "app" });
const pause = (milliseconds: number): Promise<void> => new Promise((wake) => setTimeout(wake, milliseconds));

/** Tells what goes over the wire, and how calls end that go wrong. */
export class WireStory {
  readonly #world: World;
  readonly #checks: Checks;

  constructor(world: World, checks: Checks) {
    this.#world = world;
    this.#checks = checks;
  }

  async tell(): Promise<void> {
    await this.#requests();
    await this.#answers();
    await this.#endings();
    await this.#connections();
    if (this.#world.flavour === "node") await this.#proxies();
  }

  async #requests(): Promise<void> {
    await this.#checks.run("all operations arrive as signed, with ordinary labels", async () => {
      const client = this.#client("ok");
      for (const route of routes) {
        const labels = Object.fromEntries(route.labels.map((label) => [label, `${label} ü%1`]));
        const error = await this.#errorOf(client, commandOf(route, labels));
        equal(
          [route.name, error, await this.#arrivals()],
          [route.name, undefined, [arrivalOf(route, labels)]],
        );
      }
      return `${routes.length} operations`;
    });
    await this.#checks.run("whatever the labels are, the call that is meant arrives, or none", async () => {
      const clients = [this.#client("ok"), this.#client("ok", { validation: { input: "off" } })] as const;
      const { seed, runs } = this.#world;
      let arrived = 0;
      const calls = fc.sample(callArbitrary, { seed, numRuns: runs });
      for (const [index, [name, labels]] of calls.entries()) {
        const route = routes.find((other) => other.name === name) as Route;
        const error = await this.#errorOf(clients[index % 2 === 0 ? 0 : 1], commandOf(route, labels));
        const due = error === undefined ? [arrivalOf(route, labels)] : [];
        equal(
          [error ?? "", await this.#arrivals()],
          [error === undefined ? "" : "InputValidationError", due],
        );
        arrived += due.length;
      }
      if (arrived < runs / 3 || arrived > runs * 0.95) throw new Error(`${arrived} of ${runs} arrived`);
      return `seed ${seed}: ${arrived} arrived, ${runs - arrived} refused`;
    });
  }

  async #answers(): Promise<void> {
    const { hasOrigins } = this.#world;
    const answers: readonly (readonly [behaviour: string, name: string, status?: number])[] = [
      ["html403", "UnmodeledServiceException", 403],
      ["html503", "UnmodeledServiceException", 503],
      ["truncated", "ResponseParseError", 200],
      hasOrigins ? ["redirect", "NetworkError"] : ["redirect", "UnmodeledServiceException", 307],
      hasOrigins ? ["unshared", "NetworkError"] : ["unshared", "success", 200],
    ];
    for (const [behaviour, name, status] of answers) {
      await this.#checks.run(`an answer that is ${behaviour} is a ${name}, after one request`, async () => {
        const result = await this.#client(behaviour).safeSend(create());
        const { $metadata } = result.success ? result.data : result.error;
        equal([result.success ? "success" : result.error.name, $metadata.httpStatusCode], [name, status]);
        equal(await this.#operations(), ["CreateToken"]);
      });
    }
    await this.#checks.run("an answer that says to slow down is followed by another request", async () => {
      const client = this.#client("throttled", { retryDelayOptions: { base: 10 } });
      const { $metadata } = await client.send(create());
      equal([$metadata.attempts, await this.#operations()], [2, ["CreateToken", "CreateToken"]]);
    });
  }

  async #endings(): Promise<void> {
    await this.#checks.run("a signal ends a call that goes on, with its reason", async () => {
      const controller = new AbortController();
      const sent = this.#client("silent").safeSend(create(), { abortSignal: controller.signal });
      setTimeout(() => controller.abort("enough"), 200);
      const result = await sent;
      equal(result.success ? "" : [result.error.name, result.error.cause], ["AbortError", "enough"]);
      equal((await this.#arrivals()).length, 1);
    });
    await this.#checks.run("a signal that is spent lets nothing be sent", async () => {
      const abortSignal = AbortSignal.abort();
      const result = await this.#client("ok").safeSend(create(), { abortSignal });
      equal(result.success ? "" : result.error.name, "AbortError");
      equal(await this.#arrivals(), []);
    });
    await this.#checks.run("a server that never answers ends in a TimeoutError", async () => {
      equal(await this.#errorOf(this.#client("silent", { requestTimeout: 300 }), create()), "TimeoutError");
      equal(await this.#operations(), ["CreateToken"]);
    });
    await this.#checks.run("a server that is not there is a NetworkError", async () => {
      const endpoint = this.#world.nowhere;
      equal(await this.#errorOf(this.#client("ok", { endpoint }), create()), "NetworkError");
    });
  }

  async #connections(): Promise<void> {
    await this.#checks.run(
      "a server that closes idle connections makes no call fail, and none arrive twice",
      async () => {
        const client = this.#client("hasty", { endpoint: `${this.#world.hasty}/ok` });
        const calls = 12;
        for (let call = 0; call < calls; call++) {
          equal(await this.#errorOf(client, create()), undefined);
          // Around the server's limit.
          await pause(this.#world.hastyTimeout + (call % 4) * 5 - 10);
        }
        equal((await this.#arrivals()).length, calls);
      },
    );
    const { resends } = this.#world;
    const times = resends ? "twice" : "once";
    await this.#checks.run(`a call on a used connection that drops arrives ${times}`, async () => {
      const error = await this.#errorAfterUse("drop");
      const arrivals = await this.#arrivals();
      equal(
        arrivals,
        arrivals.map(() => arrivalOf(CREATE_TOKEN, { AppId: "app" })),
      );
      equal([error, arrivals.length], resends ? [undefined, 2] : ["NetworkError", 1]);
    });
    await this.#checks.run("a call on a used connection that is given up arrives once", async () => {
      equal(await this.#errorAfterUse("silent", { requestTimeout: 300 }), "TimeoutError");
      // Long enough for another one to arrive.
      await pause(200);
      equal(await this.#operations(), ["CreateToken"]);
    });
  }

  /** What a call ends in that goes out over a connection just used. */
  async #errorAfterUse(
    behaviour: string,
    config: sdk.AmplifyBackendClientConfig = {},
  ): Promise<string | undefined> {
    const first = this.#client("ok");
    await this.#errorOf(first, create());
    await this.#arrivals();
    const { requestHandler } = first.config;
    return this.#errorOf(this.#client(behaviour, { ...config, requestHandler }), create());
  }

  async #proxies(): Promise<void> {
    const { proxy, certificate, securePort, service } = this.#world;
    const ways = [
      ["sends a request on", `http://service.test:${new URL(service).port}`],
      ["opens a tunnel", `https://service.test:${securePort}`],
    ] as const;
    for (const [way, origin] of ways) {
      await this.#checks.run(`a proxy ${way}`, async () => {
        const requestHandler = { proxy, httpsAgent: { ca: certificate } };
        const client = this.#client("ok", { endpoint: `${origin}/ok`, requestHandler });
        equal(
          [await this.#errorOf(client, create()), await this.#operations()],
          [undefined, ["CreateToken"]],
        );
        client.destroy();
      });
    }
    await this.#checks.run("a proxy that is not there is a NetworkError", async () => {
      const client = this.#client("ok", { requestHandler: { proxy: this.#world.nowhere } });
      equal([await this.#errorOf(client, create()), await this.#operations()], ["NetworkError", []]);
    });
  }

  #client(behaviour: string, config: sdk.AmplifyBackendClientConfig = {}): sdk.AmplifyBackendClient {
    return new sdk.AmplifyBackendClient({
      endpoint: `${this.#world.service}/${behaviour}`,
      region: REGION,
      credentials: CREDENTIALS,
      ...config,
    });
  }

  /** The name of what a call ends in. */
  async #errorOf(
    client: sdk.AmplifyBackendClient,
    command: Command | sdk.CreateTokenCommand,
  ): Promise<string | undefined> {
    const result = await client.safeSend(command as Command);
    return result.success ? undefined : result.error.name;
  }

  async #operations(): Promise<(string | undefined)[]> {
    return (await this.#arrivals()).map(({ operation }) => operation);
  }

  /** What has reached the services since they were asked last. */
  async #arrivals(): Promise<Arrival[]> {
    const response = await fetch(`${this.#world.service}/journal`);
    return (await response.json()) as Arrival[];
  }
}

const CREATE_TOKEN = routes.find(({ name }) => name === "CreateToken") as Route;

const arrivalOf = ({ name }: Route, labels: Labels): Arrival => ({ operation: name, labels, isSigned: true });
