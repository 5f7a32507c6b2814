import { shapeName } from "../model/lookup.js";
import type { OperationShape } from "../model/model.js";
import { byName } from "./names.js";
import type { AcceptorIr, WaiterIr } from "./operation-ir.js";
import { present } from "./present.js";
import { asNumber, asString, isRecord, recordTrait } from "./traits.js";

/** Reads the waiters that an operation's `waitable` trait defines, sorted by name. */
export function waitersOf(operation: OperationShape): readonly WaiterIr[] {
  const waitable = recordTrait(operation.traits, "smithy.waiters#waitable") ?? {};
  return Object.entries(waitable)
    .flatMap(([name, definition]) => (isRecord(definition) ? [waiterOf(name, definition)] : []))
    .sort(byName);
}

function waiterOf(name: string, definition: Readonly<Record<string, unknown>>): WaiterIr {
  const acceptors = definition["acceptors"];
  return present({
    name,
    documentation: present({
      text: asString(definition["documentation"]),
      deprecated: definition["deprecated"] === true ? {} : undefined,
      links: [],
    }),
    minDelay: asNumber(definition["minDelay"]),
    maxDelay: asNumber(definition["maxDelay"]),
    acceptors: Array.isArray(acceptors) ? acceptors.filter(isRecord).flatMap(acceptorOf) : [],
  });
}

function acceptorOf(acceptor: Readonly<Record<string, unknown>>): readonly AcceptorIr[] {
  const { state, matcher } = acceptor;
  if (typeof state !== "string" || !isRecord(matcher)) return [];
  const errorType = asString(matcher["errorType"]);
  if (errorType === undefined) return [{ state, matcher }];
  return [{ state, matcher: { errorType: errorType.includes("#") ? shapeName(errorType) : errorType } }];
}
