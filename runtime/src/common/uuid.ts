/** A random UUID; pages that are not served over https have no `crypto.randomUUID`. @see https://www.rfc-editor.org/rfc/rfc9562 */
export function randomUuid(): string {
  if (crypto.randomUUID !== undefined) return crypto.randomUUID();
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) => {
    const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
    // The variant's digit keeps its two upper bits.
    return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16);
  });
}
