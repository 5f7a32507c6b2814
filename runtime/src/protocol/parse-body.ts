import { isRecord } from "./shape-access.js";

const decoder = new TextDecoder();

/**
 * Parses a body that has to be a JSON object; an empty one, and `null`, stand for an object without members.
 *
 * @throws SyntaxError where it is anything else; the message holds nothing of the body
 */
export function parseJsonObject(body: Uint8Array): Record<string, unknown> {
  const value = parseJsonValue(body) ?? {};
  if (!isRecord(value)) throw new SyntaxError("The body is JSON, but no object.");
  return value;
}

/** Parses a body that may be any JSON; undefined where it is empty. @throws SyntaxError */
export function parseJsonValue(body: Uint8Array): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    // The parser's own message quotes the body, and so whatever secret is in it.
    throw new SyntaxError("The body is no JSON.");
  }
}
