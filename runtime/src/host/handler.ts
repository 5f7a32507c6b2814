import type { IdGenerator } from "./ids.js";
import type { HostRequest, HostResponse } from "./message.js";
import type { Clock } from "./time/clock.js";

/** What a handler knows about the call besides its input. */
export interface CallContext {
  /** Name of the operation. */
  readonly operation: string;
  readonly requestId: string;
  readonly request: HostRequest;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly accessKeyId: string;
  /** Region that the request was signed for. */
  readonly region: string;
}

/**
 * An input that has passed validation: whatever has to be given is there, where clients' types allow `undefined`,
 * too.
 */
export type Validated<Value> = Value extends readonly (infer Item)[]
  ? Validated<Item>[]
  : Value extends Date | Uint8Array
    ? Value
    : Value extends object
      ? { [Member in keyof Value]: ValidatedMember<Value, Member> }
      : Value;

type ValidatedMember<Value, Member extends keyof Value> =
  object extends Pick<Value, Member>
    ? Validated<Value[Member]>
    : Validated<Exclude<Value[Member], undefined>>;

/** An output whose members may be `null`: such a one is written as JSON `null`, where `undefined` is left out. */
export type HandlerOutput<Output> = { readonly [Member in keyof Output]: Output[Member] | null };

/**
 * Carries out one operation. Errors that the service is to answer with are thrown as `HostError`; anything else
 * that is thrown becomes an InternalFailure.
 */
export type OperationHandler<Input, Output> = (
  input: Validated<Input>,
  context: CallContext,
) => HandlerOutput<Output> | Promise<HandlerOutput<Output>>;

/** Handlers by operation name; a service's own table types each of them. */
export type HandlerTable = Readonly<Record<string, (input: never, context: CallContext) => object>>;

/**
 * Stands between the host and its handlers, once the caller is known: to delay calls, to answer in the
 * handler's place, or to lose the answer of a call that was carried out.
 *
 * @param proceed - goes on with the call; its errors come as responses
 */
export type Interceptor = (
  call: CallContext,
  proceed: () => Promise<HostResponse>,
) => HostResponse | Promise<HostResponse>;
