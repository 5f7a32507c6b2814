/** Requests per second, and requests in a row, that are let through at least. */
const LEAST_RATE = 0.5;
const LEAST_BURST = 1;

/** How much of the rate is left after throttling, and how fast it grows again. */
const BETA = 0.7;
const GROWTH = 0.4;

/** How much the newest measurement counts. */
const SMOOTHING = 0.8;

/**
 * The rate at which the mode `adaptive` sends: unlimited until the service throttles, then lower, and growing with each
 * answer that does not. It is the algorithm of AWS's clients, number for number, which takes it from the congestion
 * control of TCP.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9438
 */
export class SendingRate {
  #isLimited = false;
  /** Requests that may go out now, and how many that can become. */
  #tokens = 0;
  #burst = LEAST_BURST;
  /** Requests per second. */
  #rate = LEAST_RATE;
  #filledAt = 0;
  /** Requests per second that have really gone out, and the beginning of the half second that is being measured. */
  #measured = 0;
  #count = 0;
  #measuredAt: number;
  /** The rate when the service throttled last, and when that was. */
  #peak = 0;
  #throttledAt: number;

  constructor() {
    this.#throttledAt = seconds();
    this.#measuredAt = Math.floor(this.#throttledAt);
  }

  /** Waits until one more request may go out. */
  async waitForTurn(): Promise<void> {
    if (!this.#isLimited) return;
    this.#fill();
    while (this.#tokens < 1) {
      const delay = ((1 - this.#tokens) / this.#rate) * 1000;
      await new Promise((resolve) => setTimeout(resolve, delay));
      this.#fill();
    }
    this.#tokens--;
  }

  /** Tells of an answer. */
  record(isThrottled: boolean): void {
    this.#measure();
    const wanted = isThrottled ? this.#shrink() : this.#grow();
    const rate = Math.min(wanted, 2 * this.#measured);
    this.#fill();
    this.#rate = Math.max(rate, LEAST_RATE);
    this.#burst = Math.max(rate, LEAST_BURST);
    this.#tokens = Math.min(this.#tokens, this.#burst);
  }

  #shrink(): number {
    this.#peak = this.#isLimited ? Math.min(this.#measured, this.#rate) : this.#measured;
    this.#throttledAt = seconds();
    this.#isLimited = true;
    return round(this.#peak * BETA);
  }

  #grow(): number {
    const untilPeak = round(((this.#peak * (1 - BETA)) / GROWTH) ** (1 / 3));
    return round(GROWTH * (seconds() - this.#throttledAt - untilPeak) ** 3 + this.#peak);
  }

  #fill(): void {
    const now = seconds();
    if (this.#filledAt > 0) {
      this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#filledAt) * this.#rate);
    }
    this.#filledAt = now;
  }

  #measure(): void {
    const halfSecond = Math.floor(seconds() * 2) / 2;
    this.#count++;
    if (halfSecond <= this.#measuredAt) return;
    const newest = this.#count / (halfSecond - this.#measuredAt);
    this.#measured = round(newest * SMOOTHING + this.#measured * (1 - SMOOTHING));
    this.#count = 0;
    this.#measuredAt = halfSecond;
  }
}

function seconds(): number {
  return Date.now() / 1000;
}

/** To as many digits as AWS's clients. */
function round(value: number): number {
  return Number(value.toFixed(8));
}
