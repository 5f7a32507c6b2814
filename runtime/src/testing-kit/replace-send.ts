import type { Client } from "@tinsmith/runtime";

/** Undoes a replacement, by its target: a client is mocked by one mock at a time. */
const undoers = new WeakMap<Client, () => void>();

/**
 * Makes a client, or all clients of a class, send their calls through another client.
 *
 * @param target - a client, or a class's prototype
 * @param disguise - makes the other client; called once for each client
 * @returns undoes it
 */
export function replaceSend(target: Client, disguise: (client: Client) => Client): () => void {
  undoers.get(target)?.();
  const own = Object.getOwnPropertyDescriptor(target, "send");
  const { send } = target;
  const disguises = new WeakMap<Client, Client>();
  const replacement = function (this: Client, ...call: Parameters<Client["send"]>) {
    const other = disguises.get(this) ?? disguise(this);
    disguises.set(this, other);
    return send.apply(other, call);
  };
  Object.defineProperty(target, "send", { value: replacement, writable: true, configurable: true });
  const undo = (): void => {
    if (undoers.get(target) !== undo) return;
    undoers.delete(target);
    if (own === undefined) Reflect.deleteProperty(target, "send");
    else Object.defineProperty(target, "send", own);
  };
  undoers.set(target, undo);
  return undo;
}
