import { AbortError, ConfigurationError, NotFoundException, WaiterError } from "@tinsmith/amplifybackend";
import fc from "fast-check";

/** What a part of somebody's own throws. */
export interface Thrown {
  readonly what: string;
  readonly make: () => unknown;
}

const fail = (): never => {
  throw new Error("A getter that throws.");
};

const hostileError = (): Error =>
  Object.defineProperties(new Error("hostile"), {
    name: { get: fail },
    message: { get: fail },
    stack: { get: fail },
    code: { get: fail },
    cause: { get: fail },
  });

/** Whose name the linter would refuse in an object. */
const THEN = "then";
const thenable = (then: (resolve: (value: unknown) => void) => void): object => ({ [THEN]: then });

const hostileProxy = (target: object): object =>
  new Proxy(target, {
    get: fail,
    has: fail,
    getPrototypeOf: fail,
    ownKeys: fail,
    getOwnPropertyDescriptor: fail,
  });

const THROWN: readonly Thrown[] = [
  { what: "undefined", make: () => undefined },
  { what: "null", make: () => null },
  { what: "text", make: () => "text" },
  { what: "a number", make: () => 5 },
  { what: "a symbol", make: () => Symbol("s") },
  { what: "a function", make: () => () => {} },
  { what: "an object of nothing", make: () => Object.create(null) },
  { what: "an error", make: () => new Error("plain") },
  { what: "a TypeError", make: () => new TypeError("fetch failed") },
  { what: "a SyntaxError", make: () => new SyntaxError("Unexpected token") },
  { what: "a frozen error", make: () => Object.freeze(new Error("frozen")) },
  { what: "an error with getters that throw", make: hostileError },
  { what: "a proxy that throws", make: () => hostileProxy({}) },
  { what: "a proxy of an error of ours that throws", make: () => hostileProxy(new AbortError()) },
  { what: "a thenable", make: () => thenable((resolve) => resolve(1)) },
  { what: "a thenable that throws", make: () => thenable(fail) },
  { what: "a DOMException called AbortError", make: () => new DOMException("no", "AbortError") },
  { what: "a DOMException called TimeoutError", make: () => new DOMException("no", "TimeoutError") },
  {
    what: "an error with the code of the network",
    make: () => Object.assign(new Error("no"), { code: "ECONNREFUSED" }),
  },
  { what: "an error of ours", make: () => new AbortError() },
  { what: "a frozen error of ours", make: () => Object.freeze(new ConfigurationError("frozen")) },
  {
    what: "an error of ours with another name",
    make: () => Object.assign(new AbortError(), { name: "Other" }),
  },
  {
    what: "an error of ours that is no call's",
    make: () => new WaiterError("w", { state: "FAILURE", reason: 1 }),
  },
  { what: "an error of the service", make: () => new NotFoundException({ $metadata: {} }) },
  {
    what: "what only looks like one",
    make: () => ({ name: "NotFoundException", $fault: "client", $metadata: {} }),
  },
];

/** How, when, and with what a part misbehaves. */
export interface Misbehaviour {
  readonly thrown: Thrown;
  /** `throw` at once, or `reject` where the caller gets a promise, at once or later. */
  readonly way: "throw" | "reject" | "reject later";
  /** How often it behaves before. */
  readonly after: number;
}

export const misbehaviours: fc.Arbitrary<Misbehaviour> = fc.record({
  thrown: fc.constantFrom(...THROWN).map((thrown) => ({ ...thrown, toString: () => thrown.what })),
  way: fc.constantFrom("throw", "reject", "reject later"),
  after: fc.integer({ min: 0, max: 3 }),
});

/** Makes functions misbehave, and remembers what they threw. */
export class Saboteur {
  readonly thrown: unknown[] = [];
  #left: number;
  readonly #misbehaviour: Misbehaviour;

  constructor(misbehaviour: Misbehaviour) {
    this.#misbehaviour = misbehaviour;
    this.#left = misbehaviour.after;
  }

  /** A function that does what it should, until its time has come. */
  readonly sync =
    <Parameters extends unknown[], Result>(well: (...parameters: Parameters) => Result) =>
    (...parameters: Parameters): Result => {
      if (this.#left-- > 0) return well(...parameters);
      throw this.#make();
    };

  /** As `sync`, for a function whose result may be a promise. */
  readonly any =
    <Parameters extends unknown[], Result>(well: (...parameters: Parameters) => Result) =>
    (...parameters: Parameters): Result | Promise<never> => {
      if (this.#left-- > 0) return well(...parameters);
      const thrown = this.#make();
      if (this.#misbehaviour.way === "throw") throw thrown;
      if (this.#misbehaviour.way === "reject") return Promise.reject(thrown);
      return new Promise((_, reject) => setTimeout(reject, 1, thrown));
    };

  /** An object whose members are there only until the time has come. */
  readonly object = <Kind extends object>(target: Kind): Kind =>
    new Proxy(target, { get: this.sync((...parameters) => Reflect.get(...parameters)) });

  #make(): unknown {
    const thrown = this.#misbehaviour.thrown.make();
    this.thrown.push(thrown);
    return thrown;
  }
}
