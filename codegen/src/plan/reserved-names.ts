import { RUNTIME_NAMES, TESTING_NAMES, ZOD } from "./runtime-symbols.js";

/** @see https://tc39.es/ecma262/#prod-ReservedWord */
const RESERVED_WORDS = [
  "arguments, async, await, break, case, catch, class, const, continue, debugger, default, delete, do, else",
  "enum, eval, export, extends, false, finally, for, function, if, implements, import, in, instanceof",
  "interface, let, new, null, package, private, protected, public, return, static, super, switch, this",
  "throw, true, try, typeof, undefined, var, void, while, with, yield",
];

/** Types that TypeScript does not let anybody declare. */
const TYPE_WORDS = ["any, bigint, boolean, never, number, object, string, symbol, unknown"];

/**
 * Globals and utility types that generated code, or code beside it, could mean instead.
 *
 * The official clients put an underscore before most of them, too (`_Error`, `_Record`).
 *
 * @see https://github.com/smithy-lang/smithy-typescript, reserved-words.txt
 */
const GLOBALS = [
  "AbortController, AbortSignal, Array, ArrayBuffer, ArrayBufferView, AsyncGenerator, AsyncIterable, Awaited",
  "BigInt, Blob, Boolean, ConstructorParameters, DataView, Date, Error, Exclude, Extract, Function, Infinity",
  "InstanceType, JSON, Map, Math, NaN, NonNullable, Number, Object, Omit, Parameters, Partial, Pick, Promise",
  "PromiseLike, Proxy, Readable, ReadableStream, Readonly, ReadonlyArray, Record, Reflect, RegExp, Required",
  "ReturnType, Set, Stream, String, Symbol, TextDecoder, TextEncoder, ThisType, URL, Uint8Array, WeakMap, WeakSet",
];

const words = (lists: readonly string[]): readonly string[] => lists.flatMap((list) => list.split(", "));

/** Names that no declaration of a generated file may have. */
export const RESERVED_NAMES: readonly string[] = [
  ...words(RESERVED_WORDS),
  ...words(TYPE_WORDS),
  ...words(GLOBALS),
  ...RUNTIME_NAMES,
  ...TESTING_NAMES,
  ZOD.name,
];

/** Members of the runtime's `Client`, or of any object, that a method per operation must not hide. */
export const CLIENT_MEMBERS: readonly string[] = [
  ...["config", "destroy", "middlewareStack", "safeSend", "send", "service"],
  ...["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf"],
];

/**
 * Members of the runtime's `ServiceException`, or of any error, that a modelled member must not hide.
 * `message` is not among them: the model's is the error's.
 */
export const EXCEPTION_MEMBERS: readonly string[] = [
  ...["$fault", "$metadata", "$response", "$retryable", "cause", "code", "name", "operation"],
  ...["retryable", "stack"],
  ...["__proto__", "constructor", "toJSON", "toString", "valueOf"],
];
