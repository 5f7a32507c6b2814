/** What the runtime needs of an `AbortSignal`; every `AbortSignal` of a platform fits. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** A signal as HTTP handlers of the Smithy ecosystem name it; every `AbortSignal` of a platform fits. */
export interface HandlerAbortSignal extends AbortSignalLike {
  onabort: ((this: never, event: never) => unknown) | null;
}
