import { isRecord } from "./shape-access.js";
import { UnreadableBody } from "./unreadable-body.js";

// Strict: a text that is read with letters replaced, and sent again, is lost.
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Reads the UTF-8 of a body; a byte order mark is left out. @throws {@link UnreadableBody} */
export function parseText(body: Uint8Array): string {
  try {
    return decoder.decode(body);
  } catch {
    throw new UnreadableBody("It is no UTF-8.");
  }
}

/**
 * Parses the text of a body that has to be a JSON object; empty text, and `null`, stand for an object without members.
 *
 * @throws {@link UnreadableBody} where it is anything else
 */
export function parseJsonObject(text: string): Record<string, unknown> {
  const value = parseJsonValue(text) ?? {};
  if (!isRecord(value)) throw new UnreadableBody("It is JSON, but no object.");
  return value;
}

/** Parses a text that may be any JSON; undefined where it is empty. @throws {@link UnreadableBody} */
export function parseJsonValue(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, and so whatever secret is in it.
    throw new UnreadableBody("It is no JSON.");
  }
}
