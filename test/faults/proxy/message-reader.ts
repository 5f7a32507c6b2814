/** The head of a request or of a response. */
export interface MessageHead {
  readonly bytes: Buffer;
  /** Length of the body. */
  readonly bodyLength: number;
  /** The value of a header; undefined where it is missing. */
  header(name: string): string | undefined;
}

/** Who is told of what a reader finds. */
export interface MessageEvents {
  head(head: MessageHead): void;
  /** All bytes of a message, in order, those of its head first. */
  bytes(chunk: Buffer): void;
  end(): void;
}

const HEAD_END = "\r\n\r\n";

/** Finds the messages in a connection's bytes. Bodies have a length: neither side of this suite sends them in chunks. */
export class MessageReader {
  readonly #events: MessageEvents;
  #head = Buffer.alloc(0);
  /** Bytes of the body that are due; undefined between messages and within heads. */
  #due: number | undefined;

  constructor(events: MessageEvents) {
    this.#events = events;
  }

  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0)
      rest = this.#due === undefined ? this.#readHead(rest) : this.#readBody(rest, this.#due);
  }

  #readHead(chunk: Buffer): Buffer {
    const bytes = Buffer.concat([this.#head, chunk]);
    const end = bytes.indexOf(HEAD_END);
    this.#head = end < 0 ? bytes : Buffer.alloc(0);
    if (end < 0) return Buffer.alloc(0);
    const head = parseHead(bytes.subarray(0, end + HEAD_END.length));
    this.#due = head.bodyLength;
    this.#events.head(head);
    this.#events.bytes(head.bytes);
    this.#endIfDue();
    return bytes.subarray(end + HEAD_END.length);
  }

  #readBody(chunk: Buffer, due: number): Buffer {
    this.#due = due - Math.min(due, chunk.length);
    this.#events.bytes(chunk.subarray(0, due));
    this.#endIfDue();
    return chunk.subarray(due);
  }

  #endIfDue(): void {
    if (this.#due !== 0) return;
    this.#due = undefined;
    this.#events.end();
  }
}

const parseHead = (bytes: Buffer): MessageHead => {
  const lines = bytes.toString("latin1").split("\r\n").slice(1);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const header = (name: string): string | undefined => headers.get(name);
  return { bytes, bodyLength: Number(header("content-length") ?? 0), header };
};
