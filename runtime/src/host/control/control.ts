import { type HostRequest, type HostResponse, textResponse } from "../message.js";
import { controlClock, readClock } from "./control-clock.js";
import { ControlError } from "./control-error.js";
import type { ControlTarget } from "./control-target.js";
import { requireOwnRequest } from "./guard.js";

/** Below this path a service takes control requests. No path of AWS's services begins so. */
export const CONTROL_PATH = "/_local";

/** Answers one kind of control request. @param body - what the request holds, if it is a POST */
type ControlHandler = (target: ControlTarget, body: unknown) => object;

const ROUTES: ReadonlyMap<string, Readonly<Record<string, ControlHandler>>> = new Map([
  ["/stage", { GET: readStaged, POST: stage, DELETE: clearStaged }],
  ["/clock", { GET: readClock, POST: controlClock }],
  ["/snapshot", { GET: (target: ControlTarget) => target.snapshot() }],
  ["/journal", { GET: readJournal, DELETE: clearJournal }],
]);

/**
 * Makes what answers a service's control requests.
 *
 * @returns a function that leaves other requests unanswered
 */
export const createControl =
  (target: ControlTarget) =>
  (request: HostRequest): HostResponse | undefined => {
    const { path } = request;
    if (path !== CONTROL_PATH && !path.startsWith(`${CONTROL_PATH}/`)) return undefined;
    try {
      requireOwnRequest(request);
      return json(200, findHandler(request)(target, readBody(request)));
    } catch (error) {
      if (!(error instanceof ControlError)) return json(500, { message: "The control request failed" });
      return json(error.status, { message: error.message });
    }
  };

const findHandler = ({ method, path }: HostRequest): ControlHandler => {
  const route = ROUTES.get(path.slice(CONTROL_PATH.length));
  if (route === undefined) {
    const known = [...ROUTES.keys()].map((name) => `${CONTROL_PATH}${name}`).join(", ");
    throw new ControlError(404, `There is no such control request; there are ${known}`);
  }
  const handler = Object.hasOwn(route, method) ? route[method] : undefined;
  if (handler === undefined) throw new ControlError(405, `It takes ${Object.keys(route).join(", ")}`);
  return handler;
};

const readBody = ({ method, body }: HostRequest): unknown => {
  if (method !== "POST") return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    // V8 reads JSON of any depth, but writes only so deep: what is staged has to be shown again.
    JSON.stringify(value);
    return value;
  } catch (error) {
    if (error instanceof RangeError) throw new ControlError(400, "The body is nested too deeply");
    throw new ControlError(400, "The body is not valid JSON");
  }
};

function stage(target: ControlTarget, body: unknown): object {
  const faults: readonly object[] = Array.isArray(body) ? body : [body];
  try {
    target.stage(...faults);
  } catch (error) {
    throw new ControlError(400, error instanceof Error ? error.message : String(error));
  }
  return readStaged(target);
}

function readStaged({ staged }: ControlTarget): object {
  return { staged };
}

function clearStaged(target: ControlTarget): object {
  target.clearStaged();
  return readStaged(target);
}

function readJournal({ journal }: ControlTarget): object {
  return { entries: journal.entries };
}

function clearJournal(target: ControlTarget): object {
  target.journal.clear();
  return readJournal(target);
}

const json = (status: number, body: object): HostResponse =>
  textResponse(
    status,
    { "content-type": "application/json", "cache-control": "no-store" },
    JSON.stringify(body),
  );
