import type { HttpRequest } from "@tinsmith/runtime";

/** A call that has reached the mock. A call that the client refused, for invalid input, say, is not recorded. */
export interface RecordedCall<Input = unknown> {
  /** Name of the operation, e.g. `CloneBackend`. */
  readonly operation: string;
  /** The input, as the service would read it from the request: without members that are `undefined`. */
  readonly input: Input;
  /** The HTTP request as it was signed and sent; of several attempts, the last. */
  readonly request: HttpRequest;
  /** The requests of all attempts, in order: the client retries as it does with AWS. */
  readonly attempts: readonly HttpRequest[];
  /** The command's input in the place where Sinon, and so `aws-sdk-client-mock`, has it. */
  readonly args: readonly [{ readonly input: Input }];
}

/** Stands in the header of every attempt of one call. */
const INVOCATION_ID = "amz-sdk-invocation-id";

class Recorded implements RecordedCall {
  readonly operation: string;
  readonly input: unknown;
  readonly attempts: HttpRequest[] = [];
  request: HttpRequest;

  constructor(operation: string, input: unknown, request: HttpRequest) {
    this.operation = operation;
    this.input = input;
    this.request = request;
  }

  get args(): readonly [{ readonly input: unknown }] {
    return [{ input: this.input }];
  }
}

/** The calls that have come, in the order of their first attempts. */
export class History {
  #calls: Recorded[] = [];
  #byInvocation = new Map<string, Recorded>();

  get calls(): readonly RecordedCall[] {
    return [...this.#calls];
  }

  /** Takes note of an attempt: of a new call, or of one that is known. */
  record(operation: string, input: unknown, request: HttpRequest): RecordedCall {
    const sent = { ...request, query: { ...request.query }, headers: { ...request.headers } };
    const id = Object.entries(sent.headers).find(([name]) => name.toLowerCase() === INVOCATION_ID)?.[1];
    const known = id === undefined ? undefined : this.#byInvocation.get(id);
    const call = known ?? this.#add(new Recorded(operation, input, sent), id);
    call.request = sent;
    call.attempts.push(sent);
    return call;
  }

  clear(): void {
    this.#calls = [];
    this.#byInvocation.clear();
  }

  #add(call: Recorded, id: string | undefined): Recorded {
    this.#calls.push(call);
    if (id !== undefined) this.#byInvocation.set(id, call);
    return call;
  }
}
