import { AmplifyBackendClient, type AmplifyBackendClientConfig } from "@tinsmith/amplifybackend";
import {
  createLocalAmplifyBackend,
  type LocalAmplifyBackend,
  type LocalAmplifyBackendOptions,
  ManualClock,
  SeededIds,
} from "@tinsmith/amplifybackend/local";
import type { Listener } from "@tinsmith/runtime/host";
import { START } from "../../local/support/world.js";

/** A local service on a port, and clients of it, who share a clock that jumps wherever one of them sleeps. */
export interface JobWorld extends AsyncDisposable {
  readonly clock: ManualClock;
  readonly local: LocalAmplifyBackend;
  readonly listener: Listener;
  readonly client: AmplifyBackendClient;
  /** How long the clients slept, in milliseconds. */
  readonly slept: number[];
}

/** Makes such a world, without an app. */
export async function createJobWorld(
  options: LocalAmplifyBackendOptions = {},
  config: AmplifyBackendClientConfig = {},
): Promise<JobWorld> {
  const clock = new ManualClock(START);
  const local = createLocalAmplifyBackend({
    clock,
    signatureClock: clock,
    ids: new SeededIds(1),
    ...options,
  });
  const listener = await local.listen();
  const slept: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
    clock.advance(milliseconds);
  };
  const environment = { now: () => clock.now(), random: () => 0.5, sleep };
  const client = new AmplifyBackendClient({
    ...local.clientConfig(listener),
    maxAttempts: 1,
    environment,
    ...config,
  });
  const close = async (): Promise<void> => {
    client.destroy();
    await listener.close();
  };
  return { clock, local, listener, client, slept, [Symbol.asyncDispose]: close };
}
