import { format, inspect } from "node:util";

type Printers = Readonly<Record<string, (value: unknown) => unknown>>;

/** Ways to print a value, as those do who log it. */
export const PRINTERS: Printers = {
  inspect: (value) => inspect(value),
  "inspect, all of it": (value) => inspect(value, { depth: Infinity, showHidden: true }),
  "inspect, colours": (value) => inspect(value, { depth: Infinity, colors: true, sorted: true }),
  "console.log": (value) => format(value),
  "%o and %j": (value) => format("%o %j", value, value),
  "JSON.stringify": (value) => JSON.stringify(value),
  String: (value) => String(value),
};

/** Ways to copy a value before it is printed, as some loggers do. */
const COPIERS: Printers = {
  spread: (value) => inspect({ ...(value as object) }, { depth: Infinity }),
  structuredClone: (value) => inspect(structuredClone(value), { depth: Infinity }),
};

/** Finds canaries in whatever comes out, and counts where it has looked. */
export class Search {
  /** Canaries, each with the places where it was found. */
  readonly found = new Map<string, Set<string>>();
  /** How often each kind of place was searched. */
  readonly places = new Map<string, number>();
  /** Texts that were looked through. */
  texts = 0;

  /** Looks through a text, and through what it may be in other letters: of bytes, Node prints their numbers. */
  inText(place: string, text: unknown): void {
    if (typeof text !== "string") return;
    this.texts++;
    this.places.set(place, (this.places.get(place) ?? 0) + 1);
    for (const each of [text, readNumbers(text)]) {
      for (const [canary] of each.matchAll(/canary\d{5}x/g)) {
        this.found.set(canary, (this.found.get(canary) ?? new Set()).add(place));
      }
    }
  }

  /** Looks at everything that a value is printed as. */
  inPrinted(place: string, value: unknown, printers = { ...PRINTERS, ...COPIERS }): void {
    for (const [how, print] of Object.entries(printers)) {
      try {
        this.inText(`${place}: ${how}`, print(value));
      } catch (error) {
        // Not every value can be turned into JSON, or cloned; what is said of it counts, too.
        this.inText(`${place}: ${how} fails`, String(error));
      }
    }
  }

  /** Looks at an error: what it prints, its causes, and all that can be read from it but what is hidden on purpose. */
  inError(place: string, error: unknown): void {
    this.inPrinted(place, error);
    this.#walk(`${place}: properties`, error, new Set());
  }

  #walk(place: string, value: unknown, seen: Set<unknown>): void {
    if (typeof value === "string") this.inText(place, value);
    if (ArrayBuffer.isView(value)) this.inText(place, Buffer.from(value.buffer).toString("latin1"));
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (let each: object | null = value; each !== null && each !== Object.prototype; ) {
      for (const key of Reflect.ownKeys(each)) {
        const { get, enumerable = false } = Reflect.getOwnPropertyDescriptor(each, key) ?? {};
        this.inText(place, String(key));
        // An accessor of its own that is not enumerable is for those who ask by name, such as `$response`.
        const isHidden = each === value && get !== undefined && !enumerable;
        if (!isHidden && key !== "result") this.#walk(place, readKey(value, key), seen);
      }
      each = Object.getPrototypeOf(each);
    }
  }
}

function readKey(value: object, key: string | symbol): unknown {
  try {
    return Reflect.get(value, key);
  } catch {
    return undefined;
  }
}

/** Bytes as Node prints them, in hexadecimal or decimal form, back in letters. */
function readNumbers(text: string): string {
  const decode = (list: string, base: number): string =>
    String.fromCharCode(...list.split(/[^\da-f]+/).map((number) => Number.parseInt(number, base)));
  const hexadecimal = [...text.matchAll(/(?:\b[\da-f]{2} ){11}[\da-f]{2}\b/g)].map(([list]) =>
    decode(list, 16),
  );
  const decimal = [...text.matchAll(/(?:\b\d{2,3},\s*){11}\d{2,3}\b/g)].map(([list]) => decode(list, 10));
  return [...hexadecimal, ...decimal].join("\n");
}
