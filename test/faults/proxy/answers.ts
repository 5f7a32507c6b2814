/** Milliseconds by which answers lie about the time. */
const SKEW = 60 * 60 * 1000;

const answer = (status: string, headers: Readonly<Record<string, string>>, body: string): Buffer => {
  const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(body)) });
  return Buffer.from(
    `HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
  );
};

const page = (status: string): Buffer =>
  answer(status, { "content-type": "text/html" }, `<html><title>${status}</title><h1>${status}</h1></html>`);

const refusal = (status: string, type: string, message: string, date = new Date()): Buffer =>
  answer(
    status,
    { "content-type": "application/json", "x-amzn-errortype": type, date: date.toUTCString() },
    JSON.stringify({ message }),
  );

/** What stands between client and service may answer by itself; by the name of the fault. */
const ANSWERS: Readonly<Record<string, () => Buffer>> = {
  "HTML 502": () => page("502 Bad Gateway"),
  "HTML 503": () => page("503 Service Unavailable"),
  "HTML 504": () => page("504 Gateway Timeout"),
  throttled: () => refusal("429 Too Many Requests", "TooManyRequestsException", "Slow down"),
  "skewed clock": () =>
    refusal("403 Forbidden", "InvalidSignatureException", "Signature expired: too old", later()),
};

const later = (): Date => new Date(Date.now() + SKEW);

/** The answer that a fault puts in the place of the service's, if it does. */
export const cannedAnswer = (fault: string): Buffer | undefined => ANSWERS[fault]?.();

/** A head with its date an hour ahead. */
export const withWrongDate = (head: string): string =>
  head.replace(/(\r\ndate:)[^\r]*/i, `$1 ${later().toUTCString()}`);
