import { abortable, throwIfAborted } from "../../common/abortable.js";
import { hide } from "../../common/printing.js";
import { ConfigurationError } from "../../errors/configuration-error.js";
import { isMadeBy } from "../../errors/instance-of.js";
import { redact } from "../../protocol/redact.js";
import type { HttpRequest } from "../../transport/http-handler.js";
import type { CallContext } from "../call-context.js";
import { bytesOf, guardRequest } from "./guard-request.js";
import type { Hook, HookRequest, RequestHookEvent } from "./hooks.js";
import { secretPlaces, splitHeaders } from "./secret-parts.js";

/**
 * Runs the hooks on an unsigned request, and takes over their headers. Each hook gets a copy, so that changes that it
 * makes later have no effect.
 *
 * @throws {@link ConfigurationError} where a hook fails or goes too far, AbortError
 */
export function runRequestHooks(context: CallContext, request: HttpRequest): Promise<void> | undefined {
  return context.hooks.some(({ onRequest }) => onRequest) ? runAll(context, request) : undefined;
}

async function runAll(context: CallContext, request: HttpRequest): Promise<void> {
  for (const { onRequest } of context.hooks) {
    if (onRequest !== undefined) request.headers = await headersAfter(context, onRequest, request);
  }
}

async function headersAfter(
  context: CallContext,
  hook: Hook<RequestHookEvent>,
  request: HttpRequest,
): Promise<Record<string, string>> {
  const { operation, progress, input, signal } = context;
  const { shown, secret } = splitHeaders(operation.input, request.headers);
  const visible = { ...request, headers: shown };
  try {
    const event: RequestHookEvent = {
      operation: operation.name,
      attempt: progress.attempts,
      input: redact(operation.input, input),
      request: copyOf(visible, secretPlaces(operation.input)),
    };
    await abortable(Promise.resolve(hook(event)), signal);
    return { ...guardRequest(visible, event.request), ...secret };
  } catch (cause) {
    throwIfAborted(signal);
    if (isMadeBy(ConfigurationError, cause)) throw cause;
    throw new ConfigurationError("The hook onRequest failed before the request was sent; `cause` says why.", {
      cause,
    });
  }
}

/** A copy that does not print its secrets; they can be read all the same. */
function copyOf(request: HttpRequest, secret: ReadonlySet<string | undefined>): HookRequest {
  const { path, body } = request;
  const query = structuredClone(request.query);
  const copy: HookRequest = { ...request, query, headers: { ...request.headers }, body: undefined };
  hide(copy, "body", ArrayBuffer.isView(body) ? bytesOf(body).slice() : undefined);
  if (secret.has("label") || secret.has("greedyLabel")) hide(copy, "path", path);
  if (secret.has("query") || secret.has("queryParams")) hide(copy, "query", query);
  return copy;
}
