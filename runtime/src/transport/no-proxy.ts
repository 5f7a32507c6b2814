/** What an entry of `NO_PROXY` is made of: a host or the end of one, and maybe a port. */
const ENTRY = /^(.*?)(?::(\d+))?$/;

/**
 * Whether `NO_PROXY` exempts a host. Entries stand between commas or spaces: `host` and `host:port` match exactly,
 * `.suffix` and `*.suffix` all hosts that end so, `*` everything.
 *
 * @see https://nodejs.org/api/http.html#built-in-proxy-support, which reads them the same way
 */
export function isExempt(host: string, port: number, list: string): boolean {
  const entries = list.toLowerCase().split(/[\s,]+/);
  return entries.some((entry) => entry !== "" && matches(entry, host.toLowerCase(), port));
}

function matches(entry: string, host: string, port: number): boolean {
  const [, pattern = "", entryPort] = ENTRY.exec(entry) ?? [];
  if (entryPort !== undefined && Number(entryPort) !== port) return false;
  const suffix = pattern.replace(/^\*/, "");
  return suffix !== pattern || suffix.startsWith(".") ? host.endsWith(suffix) : host === pattern;
}

/** Whether a host is this machine: nothing on it is reached through a proxy. */
export function isLoopback(host: string): boolean {
  return /^(?:(?:.*\.)?localhost|127(?:\.\d+){3}|\[?::1\]?)$/i.test(host);
}
