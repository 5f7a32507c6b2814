/** Something that is worked out when it is needed; it may be called more than once. */
export type Provider<Value> = () => Promise<Value>;
