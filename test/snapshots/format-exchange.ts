import type { HttpRequest, HttpResponse } from "@tinsmith/runtime";

/** A request as a person reads it: line, headers in order of their names, body as indented JSON. */
export const formatRequest = ({
  method,
  protocol,
  hostname,
  path,
  query,
  headers,
  body,
}: HttpRequest): string => {
  const search = new URLSearchParams(query as Record<string, string>).toString();
  const line = `${method} ${protocol}//${hostname}${path}${search === "" ? "" : `?${search}`}`;
  return [line, ...formatHeaders(headers), ...formatBody(body)].join("\n");
};

/** A response as a person reads it. */
export const formatResponse = ({ statusCode, headers, body }: HttpResponse): string =>
  [String(statusCode), ...formatHeaders(headers), ...formatBody(body)].join("\n");

/** Titled sections of one snapshot. */
export const formatSections = (title: string, sections: Readonly<Record<string, string>>): string =>
  [title, ...Object.entries(sections).map(([name, text]) => `── ${name} ──\n${text}`)]
    .join("\n\n")
    .concat("\n");

/** A value as indented JSON. */
export const formatValue = (value: unknown): string => JSON.stringify(value, undefined, 2);

const formatHeaders = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}: ${mask(name, value)}`);

/** The user agent names the machine, and is signed: neither it nor the signature can be held to a file. */
const mask = (name: string, value: string): string => {
  if (/user-agent$/.test(name)) return "<user agent>";
  return value.replace(/Signature=[0-9a-f]{64}/, "Signature=<signature>");
};

const formatBody = (body: unknown): readonly string[] => {
  const text = typeof body === "string" ? body : new TextDecoder().decode(body as Uint8Array | undefined);
  if (text === "") return ["", "(no body)"];
  try {
    return ["", formatValue(JSON.parse(text))];
  } catch {
    return ["", text];
  }
};
