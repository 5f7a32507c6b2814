import { getEventListeners } from "node:events";
import type { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import type { LocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { type LocalProxy, startProxy } from "../../../runtime/src/testing/local-proxy.js";
import type { Leak } from "../checks/leaks.js";
import type { PlannedCall, Transport } from "../plan/plan-calls.js";
import type { FaultPlan } from "../proxy/exchange.js";
import { type FaultProxy, startFaultProxy } from "../proxy/fault-proxy.js";
import { calibrate } from "./calibrate.js";
import { createClientFactory } from "./clients.js";
import { type FetchPool, openFetchPool } from "./fetch-pool.js";
import { type LoadWorld, settles } from "./run-load.js";

/** Everything that stands between calls and the service. */
export interface Site {
  readonly world: LoadWorld;
  /** Destroys the clients, tells what they left behind, and takes everything down. */
  close(): Promise<Leak[]>;
}

/** How a site is set up. */
export interface SiteOptions {
  readonly local: LocalAmplifyBackend;
  readonly servicePort: number;
  readonly seed: number;
  readonly calls: readonly PlannedCall[];
  /** Calls at a time. */
  readonly concurrency: number;
}

/** Clients of each transport. */
const CLIENTS = 4;

/** Starts a proxy for each transport, and clients on each. */
export const openSite = async ({
  local,
  servicePort,
  seed,
  calls,
  concurrency,
}: SiteOptions): Promise<Site> => {
  const common = { servicePort, plan: planOf(seed, calls), exchanges: [] };
  const proxies = {
    node: await startFaultProxy({ ...common, isSecure: false }),
    fetch: await startFaultProxy({ ...common, isSecure: false }),
    tunnel: await startFaultProxy({ ...common, isSecure: true }),
  };
  const tunnel = await startProxy();
  const pool = await openFetchPool();
  const clients = createClientFactory(local, tunnel.host);
  const several = (transport: Transport): AmplifyBackendClient[] =>
    Array.from({ length: CLIENTS }, () => clients.create(transport, proxies[transport].port));
  const shared = { node: several("node"), fetch: several("fetch"), tunnel: several("tunnel") };
  const timeout = await calibrate(Object.values(shared).flat(), concurrency);
  const world: LoadWorld = {
    ...{ ...common, clients, shared, timeout },
    longSignal: new AbortController().signal,
    connectionFaults: new Map(),
    leftOpen: 0,
  };
  return { world, close: () => close({ world, proxies, tunnel, pool }) };
};

/** What has to be taken down. */
interface Standing {
  readonly world: LoadWorld;
  readonly proxies: Readonly<Record<Transport, FaultProxy>>;
  readonly tunnel: LocalProxy;
  readonly pool: FetchPool;
}

const close = async ({ world, proxies, tunnel, pool }: Standing): Promise<Leak[]> => {
  for (const client of Object.values(world.shared).flat()) client.destroy();
  const fetchInUse = await pool.close();
  const { fetch, ...others } = proxies;
  const watched = Object.values(pool.isOwn ? { fetch, ...others } : others);
  const open = (): number => watched.reduce((sum, { open }) => sum + open.size, 0);
  await settles(() => open() === 0 && tunnel.connections.size === 0);
  const leaks = [
    { what: "connections of shared clients", count: open() },
    { what: "connections to the tunnels' proxy", count: tunnel.connections.size },
    { what: "connections of fetch in use", count: fetchInUse },
    { what: "connections of clients for one call", count: world.leftOpen },
    { what: "listeners of a signal", count: getEventListeners(world.longSignal, "abort").length },
  ];
  for (const proxy of Object.values(proxies)) await proxy.close();
  await tunnel[Symbol.asyncDispose]();
  return leaks;
};

const planOf = (seed: number, calls: readonly PlannedCall[]): FaultPlan => {
  const faults = new Map(calls.map((call) => [call.id, call.faults]));
  const faultOf: FaultPlan["faultOf"] = (call, attempt) => {
    const [id = "", before] = call.split("-");
    const cell = faults.get(id)?.[attempt - 1];
    if (before !== undefined) return cell?.position === "between calls" ? cell : undefined;
    return cell?.position === "connecting" || cell?.position === "between calls" ? undefined : cell;
  };
  return { seed, faultOf };
};
