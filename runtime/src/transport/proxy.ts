import { ConfigurationError } from "../errors/configuration-error.js";
import type { HttpRequest } from "./http-handler.js";
import { isExempt, isLoopback } from "./no-proxy.js";

/** An HTTP proxy. */
export interface HttpProxy {
  /** Its URL, without user and password: it may be shown. */
  readonly url: string;
  /** What to call it in messages, e.g. `proxy.example:3128`. */
  readonly host: string;
  /** Value of `proxy-authorization`. */
  readonly authorization: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment has for a request.
 *
 * @throws {@link ConfigurationError} where the variable for it cannot be read
 */
export function proxyFromEnvironment(request: HttpRequest, variables: Variables): HttpProxy | undefined {
  const { protocol, hostname, port = protocol === "https:" ? 443 : 80 } = request;
  const name = protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  const url = read(name, variables);
  if (!url || isLoopback(hostname) || isExempt(hostname, port, read("NO_PROXY", variables))) return undefined;
  return parseProxy(url, `The environment variable ${name}`);
}

function read(name: string, variables: Variables): string {
  return variables[name.toLowerCase()] || variables[name] || "";
}

/**
 * Reads the URL of a proxy.
 *
 * @param what - where it comes from, for the error, which does not show it: it may hold a password
 * @throws {@link ConfigurationError}
 */
export function parseProxy(text: string, what: string): HttpProxy {
  try {
    const { protocol, hostname, host, port, username, password } = new URL(
      text.includes("://") ? text : `http://${text}`,
    );
    if ((protocol === "http:" || protocol === "https:") && hostname !== "") {
      return {
        url: `${protocol}//${host}`,
        host: port === "" ? `${host}:${protocol === "https:" ? 443 : 80}` : host,
        authorization: authorizationOf(username, password),
      };
    }
  } catch {
    // The same complaint as below.
  }
  throw new ConfigurationError(
    `${what} must be the URL of an HTTP proxy, such as http://user:password@proxy.example:3128.`,
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc7617#section-2 */
function authorizationOf(username: string, password: string): string | undefined {
  if (username === "" && password === "") return undefined;
  const bytes = new TextEncoder().encode(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
