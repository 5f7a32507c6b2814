/** What AWS's clients write of a value that stands outside a body, where nothing better is known of it. */
export function asText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
