import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cell } from "../plan/cells.js";
import { type FaultProxy, type FaultProxyOptions, serve, startFaultProxy } from "../proxy/fault-proxy.js";

/** A proxy for one call alone: what befalls its connections befalls that call. */
export interface Gate {
  readonly proxy: FaultProxy;
  /** Whether the fault of its first connection happened. */
  readonly isHit: () => boolean;
  /** Lets connections through from now on. */
  readonly open: () => Promise<void>;
}

/** Milliseconds until a slow listener takes a connection's first byte. */
const SLOW = 150;

/** Starts a proxy whose first connection meets a fault. */
export const startGate = async (options: FaultProxyOptions, { fault, position }: Cell): Promise<Gate> => {
  let isHit = position === "connecting" && fault === "refused";
  const onConnection = (socket: Socket, number: number): boolean => {
    if (position !== "connecting" || fault === "refused" || number > 1) return false;
    isHit = true;
    receive(socket, fault, options);
    return true;
  };
  const proxy = await startFaultProxy({ ...options, onConnection });
  const isRefusing = isHit;
  if (isRefusing) await proxy.pause();
  return { proxy, isHit: () => isHit, open: async () => (isRefusing ? proxy.resume() : undefined) };
};

const receive = (socket: Socket, fault: string, options: FaultProxyOptions): void => {
  switch (fault) {
    case "reset":
      socket.resetAndDestroy();
      return;
    case "close":
      socket.destroy();
      return;
    case "slow":
      // A client that has left in the meantime is gone: once TLS reads the connection, nobody hears of its end.
      socket.once("end", () => socket.destroy());
      void sleep(SLOW).then(() => {
        socket.read(0);
        serve(socket, options);
      });
      return;
    default:
      // Not a byte is answered, but the other side may leave.
      socket.on("end", () => socket.destroy()).resume();
  }
};
