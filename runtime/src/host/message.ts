/** A request as the host works on it, whichever way it came in. */
export interface HostRequest {
  /** Upper case, e.g. `POST`. */
  readonly method: string;
  /** Path as it was on the wire: still percent-encoded, without the query. */
  readonly path: string;
  /** Query parameters, decoded; a parameter that came more than once is an array. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A response as the host hands it out. */
export interface HostResponse {
  readonly statusCode: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Where the connection breaks: before anything of the response gets through, or within the body. */
  readonly breaks?: "before" | "within" | undefined;
}

const encoder = new TextEncoder();

/** A response with a text body, for errors and for faults that a test stages. */
export const textResponse = (
  statusCode: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): HostResponse => ({ statusCode, headers, body: encoder.encode(body) });

/** Reads a raw query string, without its `?`. A plus sign stays one, as signatures demand. */
export const parseQuery = (query: string): Record<string, string | string[]> => {
  const values = new Map<string, string | string[]>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const [, rawName = "", rawValue = ""] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    const name = decodeText(rawName);
    const value = decodeText(rawValue);
    const before = values.get(name);
    values.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(values);
};

/** Percent-decodes; what is not valid percent-encoding stays as it came. */
const decodeText = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
