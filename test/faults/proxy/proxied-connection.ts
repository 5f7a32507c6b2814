import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { cannedAnswer } from "./answers.js";
import { type Exchange, type FaultPlan, openExchange } from "./exchange.js";
import { type MessageHead, MessageReader } from "./message-reader.js";
import { GARBAGE, garbageFor } from "./request-fault.js";
import { type Ending, type Step, scriptOf } from "./response-script.js";

/** Between bytes of a request that drip. */
const DRIP = 40;

/** A connection of a client: what it carries, and the one to the service behind it. */
export interface Line {
  /** Where bytes are read and written in the clear. */
  readonly client: Socket;
  /** The connection itself, which TLS may be on top of. */
  readonly raw: Socket;
  readonly servicePort: number;
  readonly plan: FaultPlan;
  readonly exchanges: Exchange[];
}

/** Carries requests to the service and answers back, and lets faults befall them. */
export class ProxiedConnection {
  readonly #line: Line;
  #service: Socket | undefined;
  #exchange: Exchange | undefined;
  #isOver = false;
  /** Whether it is forgotten on the way, as by a firewall. */
  #isStale = false;
  /** Ends when all that drips has dripped. */
  #dripping: Promise<void> = Promise.resolve();

  constructor(line: Line) {
    this.#line = line;
    const reader = new MessageReader({
      head: (head) => this.#begin(head),
      bytes: (chunk) => this.#forward(chunk),
      end: () => this.#requestEnds(),
    });
    line.client.on("data", (chunk: Buffer) => {
      if (this.#isStale) this.#end("reset");
      else if (!this.#isOver) reader.push(chunk);
    });
    line.client.on("error", () => {}).on("end", () => line.raw.destroy());
    line.raw.on("error", () => {}).on("close", () => this.#clientLeft());
  }

  #begin(head: MessageHead): void {
    this.#exchange = openExchange(head, this.#line.plan);
    this.#line.exchanges.push(this.#exchange);
  }

  /** Lets bytes of a request through, up to where a fault befalls it. */
  #forward(chunk: Buffer): void {
    const exchange = this.#exchange;
    if (exchange === undefined) return;
    const before = exchange.received;
    exchange.received += chunk.length;
    if (exchange.isHit) {
      this.#forwardAfterFault(exchange, chunk);
      return;
    }
    const passing = Math.min(chunk.length, exchange.offset - before);
    if (passing > 0) this.#toService(chunk.subarray(0, passing));
    if (exchange.received < exchange.offset) return;
    exchange.isHit = true;
    this.#requestFault(exchange, chunk.subarray(passing));
  }

  #toService(bytes: Buffer): void {
    if (this.#exchange !== undefined) this.#exchange.sent += bytes.length;
    if (this.#service === undefined) this.#service = this.#connectService();
    if (this.#service.writable) this.#service.write(bytes);
  }

  #connectService(): Socket {
    const service = connect({ port: this.#line.servicePort, host: "127.0.0.1", noDelay: true });
    let head: MessageHead | undefined;
    let parts: Buffer[] = [];
    const reader = new MessageReader({
      head: (found) => {
        head = found;
        parts = [];
      },
      bytes: (chunk) => parts.push(chunk),
      end: () => head && void this.#answer(head, Buffer.concat(parts)),
    });
    service.on("data", (chunk: Buffer) => reader.push(chunk)).on("error", () => {});
    service.on("close", () => this.#serviceLeft());
    return service;
  }

  #serviceLeft(): void {
    const { cell, isHit } = this.#exchange ?? {};
    // What is stalled stays so.
    if (!(isHit && cell?.fault === "stall")) this.#end("close");
  }

  /** What happens to a request where its fault is; `rest` is what has come of it beyond. */
  #requestFault({ cell }: Exchange, rest: Buffer): void {
    const fault = cell?.fault ?? "";
    // Answered once all of it has come.
    if (cannedAnswer(fault) !== undefined || fault === "stall") return;
    if (fault === "drip") this.#drip(rest);
    else if (fault === "garbage") this.#spoil(rest);
    else if (fault === "half-close") this.#closeHalf();
    else this.#end(fault as Ending);
  }

  #closeHalf(): void {
    this.#service ??= this.#connectService();
    this.#service.end();
  }

  #spoil(rest: Buffer): void {
    const garbage = garbageFor(rest.length || GARBAGE);
    this.#toService(Buffer.concat([garbage, rest.subarray(garbage.length)]));
  }

  #forwardAfterFault({ cell }: Exchange, chunk: Buffer): void {
    if (cell?.fault === "garbage") this.#toService(chunk);
    if (cell?.fault === "drip") this.#drip(chunk);
  }

  #drip(bytes: Buffer): void {
    this.#dripping = this.#dripping.then(async () => {
      for (const byte of bytes) {
        await sleep(DRIP);
        if (this.#isOver) return;
        this.#toService(Buffer.of(byte));
      }
    });
  }

  #requestEnds(): void {
    const exchange = this.#exchange;
    if (exchange === undefined) return;
    const canned = exchange.isHit ? cannedAnswer(exchange.cell?.fault ?? "") : undefined;
    if (canned !== undefined) void this.#play([{ do: "write", bytes: canned }]);
  }

  async #answer(head: MessageHead, bytes: Buffer): Promise<void> {
    const exchange = this.#exchange;
    if (exchange === undefined) return;
    exchange.status = Number(head.bytes.toString("latin1", 9, 12));
    if (this.#isOver) {
      this.#clientLeft();
      return;
    }
    const isRequestFault = exchange.isHit;
    if (isRequestFault && exchange.cell?.fault === "stall") return;
    const cell = isRequestFault ? undefined : exchange.cell;
    if (cell !== undefined) exchange.isHit = true;
    const answer = { head: head.bytes, body: bytes.subarray(head.bytes.length) };
    const steps = scriptOf(answer, cell, exchange.random);
    // The service has read garbage, or the end of the connection: whatever it says next is no answer to anything.
    if (isRequestFault) steps.push({ do: "end", how: "close" });
    await this.#play(steps);
    exchange.isDelivered = cell === undefined || cell.outcome === "harmless";
  }

  async #play(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if (step.do === "wait") await sleep(step.milliseconds);
      if (this.#isOver) return;
      if (step.do === "write") this.#line.client.write(step.bytes);
      if (step.do === "end") this.#end(step.how);
    }
  }

  /** Ends the client's side; the service's goes on where it has all of the request, so that it carries it out. */
  #end(how: Ending): void {
    if (this.#isOver) return;
    const { client, raw } = this.#line;
    if (how === "half-close") client.end();
    if (how === "stale") this.#isStale = true;
    if (how === "half-close" || how === "stall" || how === "stale") return;
    this.#isOver = true;
    if (how === "reset") raw.resetAndDestroy();
    else client.end(() => raw.destroy());
  }

  #clientLeft(): void {
    this.#isOver = true;
    const { sent = 0, length = 0, status } = this.#exchange ?? {};
    if (sent < length || status !== undefined) this.#service?.destroy();
  }
}
