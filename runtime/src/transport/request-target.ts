import { ConfigurationError } from "../errors/configuration-error.js";
import type { HttpRequest } from "./http-handler.js";

/** What every URL parser leaves as it is; old ones encode a `'`. @see https://www.rfc-editor.org/rfc/rfc3986#section-3.3 */
const PATH = /^\/[\w.~!$&()*+,;=:@%/-]*$/;

/** Segments that URL parsers resolve or servers drop, and `%` that encodes nothing. */
const CHANGEABLE = /\/(?:\.|%2e){0,2}\/|\/(?:\.|%2e){1,2}$|%(?![\da-f]{2})/i;

/** Whether a path is one that nobody changes. */
export function isStablePath(path: string): boolean {
  return PATH.test(path) && !CHANGEABLE.test(path);
}

/**
 * Where a request goes, as one text. Handlers of any make are given it, so it has to be one that none of them changes.
 *
 * @throws {@link ConfigurationError}
 */
export function requestTarget({ method, protocol, hostname, port, path }: HttpRequest): string {
  if (!isStablePath(path)) {
    throw new ConfigurationError(
      "The request's path would not arrive as it is signed: URL parsers would change it.",
    );
  }
  return `${method} ${protocol}//${hostname}:${port} ${path}`;
}
