import type { Hash, HashConstructor } from "./hash.js";

/**
 * A hash that tells of its first failure, and never settles then. Signature Version 4 derives its key while it hashes the
 * request: where both failed, nobody would hear of the second, which ends a process.
 */
export function guardHash(Sha256: HashConstructor, onFailure: (cause: unknown) => void): HashConstructor {
  const attempt = <Value>(action: () => Value): Value | undefined => {
    try {
      return action();
    } catch (cause) {
      onFailure(cause);
      return undefined;
    }
  };
  return class implements Hash {
    readonly #hash: Hash | undefined;

    constructor(...secret: ConstructorParameters<HashConstructor>) {
      this.#hash = attempt(() => new Sha256(...secret));
    }

    update(data: Uint8Array): void {
      attempt(() => this.#hash?.update(data));
    }

    digest(): Promise<Uint8Array> {
      return new Promise((resolve) => {
        const digest = attempt(() => this.#hash?.digest());
        if (digest !== undefined) Promise.resolve(digest).then(resolve, onFailure);
      });
    }
  };
}
