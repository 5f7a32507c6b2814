/** Something that is worked out when it is needed; it may be called more than once. */
export type Provider<Value> = () => Promise<Value>;

/** What a provider is certain to answer with. */
export interface Answer<Value> {
  readonly value: Value;
}

/** What is known of providers that have answered before. */
const known = new WeakMap<Provider<unknown>, () => Answer<unknown> | undefined>();

/** Says what a provider answers with, for those who would rather not wait. @param look - undefined until that is known */
export function withAnswer<Asked, Value>(
  provider: Asked & Provider<Value>,
  look: () => Answer<Value> | undefined,
): Asked {
  known.set(provider, look);
  return provider;
}

/** What a provider is certain to answer with; undefined where it has to be asked. */
export function knownAnswer<Value>(provider: Provider<Value>): Answer<Value> | undefined {
  return known.get(provider)?.() as Answer<Value> | undefined;
}
