import type { ErrorDescriptor, OperationDescriptor } from "@tinsmith/runtime";
import type { CapturedRequest, Responder } from "../../../runtime/src/testing/local-server.js";
import { wireForm } from "./canaries.js";

/** What a service may know when it answers. */
export interface Knowledge {
  readonly operation: OperationDescriptor;
  /** An output full of canaries. */
  readonly output: Record<string, unknown>;
  /** Secrets that are no part of the request as such. */
  readonly further: readonly string[];
}

/** A way to answer, and how to call it. */
export interface AnswerForm {
  readonly what: string;
  readonly responder: Responder;
  /** Whether the call is made again after the first failure. */
  readonly attempts?: number;
}

/** Everything that a request holds, in words. */
const echo = ({ method, url, headers, body }: CapturedRequest, { further }: Knowledge): string =>
  [`${method} ${url}`, decodeURIComponent(url), JSON.stringify(headers), body, ...further].join(" ");

const parse = (text: string): object => {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
};

/** All ways to answer that the clients have a word for, each repeating all that it was sent. */
export function answerForms(knowledge: Knowledge, errors: readonly ErrorDescriptor[]): AnswerForm[] {
  return [...successForms(knowledge), ...errorForms(knowledge, errors), ...hostileForms(knowledge)];
}

function successForms({ operation, output }: Knowledge): AnswerForm[] {
  const body = JSON.stringify(wireForm(operation.output, output));
  const headers = { "x-amzn-requestid": "r-1" };
  const form = (what: string, attempts: number, before: Responder): AnswerForm => ({
    what,
    attempts,
    responder: (request, index, raw) => (index === 0 ? before(request, index, raw) : { headers, body }),
  });
  return [
    { what: "success", responder: () => ({ headers, body }) },
    form("success after 429", 3, () => ({ status: 429 })),
    form("success after a dropped connection", 3, (_request, _index, { socket }) => void socket.destroy()),
    { what: "wrong types", responder: () => ({ body: body.replace(/"(canary\d+x)"/g, '["$1"]') }) },
    {
      what: "objects for texts",
      responder: () => ({ body: body.replace(/"(canary\d+x)"/g, '{"$1":"$1"}') }),
    },
    { what: "texts for everything", responder: () => ({ body: body.replace(/\[.*\]|true|8/g, '"canary"') }) },
    { what: "cut short", responder: () => ({ body: body.slice(0, -1) }) },
  ];
}

function errorForms(knowledge: Knowledge, errors: readonly ErrorDescriptor[]): AnswerForm[] {
  const { operation, output } = knowledge;
  const forms = [...errors, { name: "BrandNewException", status: 418 }];
  return forms.map(({ name, status = 400 }) => ({
    what: name,
    attempts: name === "ThrottlingException" ? 2 : 1,
    responder: (request) => {
      const said = echo(request, knowledge);
      const members = {
        message: said,
        Message: said,
        resourceType: said,
        limitType: said,
        [said]: [{ said }],
      };
      const body = { ...parse(request.body), ...(wireForm(operation.output, output) as object), ...members };
      const headers = { "x-amzn-errortype": name, "x-amzn-requestid": "r-2" };
      return { status, headers, body: JSON.stringify(body) };
    },
  }));
}

function hostileForms(knowledge: Knowledge): AnswerForm[] {
  const said = (request: CapturedRequest): string => echo(request, knowledge);
  const page = (request: CapturedRequest): string => `<html>${said(request)}</html>`;
  const line = (request: CapturedRequest): string => said(request).replace(/[^ -~]/g, "");
  return [
    { what: "a page, 503", responder: (request) => ({ status: 503, body: page(request) }) },
    { what: "a page, 200", responder: (request) => ({ body: page(request) }) },
    {
      what: "cut JSON, 403",
      responder: (request) => ({ status: 403, body: `{"message":"${said(request)}` }),
    },
    { what: "a text, 400", responder: (request) => ({ status: 400, body: JSON.stringify(said(request)) }) },
    {
      what: "a redirect",
      responder: (request) => ({
        status: 302,
        headers: { location: `https://elsewhere.example${request.url}` },
      }),
    },
    {
      what: "headers that repeat, 400",
      responder: (request) => ({
        status: 400,
        headers: {
          "x-amzn-errortype": line(request),
          "x-amzn-requestid": line(request),
          "x-echo": line(request),
        },
      }),
    },
    {
      what: "a type that repeats, 200",
      responder: (request) => ({ headers: { "content-type": line(request).slice(0, 100) }, body: "no" }),
    },
    {
      what: "an error code that repeats",
      responder: (request) => ({ status: 400, body: JSON.stringify({ __type: said(request) }) }),
    },
    {
      what: "no HTTP",
      responder: (request, _index, { socket }) => void socket.end(`${line(request)}\r\n\r\n`),
    },
    {
      what: "no HTTP after the head",
      responder: (request, _index, { socket }) =>
        void socket.end(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${line(request)}\r\n`),
    },
    {
      what: "a body that breaks off",
      responder: (request, _index, { response, socket }) => {
        response.writeHead(200, { "content-length": "100000" }).write(said(request));
        setImmediate(() => socket.destroy());
        return undefined;
      },
    },
    {
      what: "gzip that is none",
      responder: (request) => ({ headers: { "content-encoding": "gzip" }, body: said(request) }),
    },
  ];
}
