import type { PackagePlan } from "../../plan/package-plan.js";
import { firstSentence } from "../documentation/sentence.js";
import { wrapMarkdown } from "../documentation/wrap.js";
import { errorSymbols } from "../symbol-of.js";
import { errorSwitch } from "./error-switch.js";
import { table } from "./markdown-table.js";

/** Writes what can come out of a call instead of a result: for each error when, whether it was executed, and what to do. */
export function errorsSection(plan: PackagePlan, width: number): string {
  const [example] = plan.operations.values();
  const paragraph = (text: string): string => wrapMarkdown(text, width).join("\n");
  const parts = [
    "## Errors",
    paragraph(
      `\`client.send\` throws, and \`client.safeSend\` returns, one of these errors, and nothing else.${
        example === undefined
          ? ""
          : ` Each operation has the union of all that it can end in, such as \`${example.failure.name}\`: narrow it by \`name\`.`
      } Each error has \`operation\`, \`$metadata\` (\`requestId\`, \`httpStatusCode\`, \`attempts\` …), a \`stack\` that shows the caller, and \`retryable\`: whether the client would have repeated the call, had it attempts and time left. If so, calling again does no harm.`,
    ),
    errorSwitch(plan),
    paragraph(
      'Errors of the call itself. The column "executed?" is about the last attempt; `$metadata.retryDecisions` lists those before it.',
    ),
    table(["error", "when", "executed?", "what to do"], CLIENT_ERRORS),
    paragraph("Errors that the service answers with:"),
    table(["error", "status", "when", "executed?", "what to do"], serviceErrors(plan)),
    ...helperErrors(plan, paragraph),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

const CLIENT_ERRORS: readonly (readonly string[])[] = [
  [
    "`InputValidationError`",
    "The input is not what the operation takes",
    "no",
    "Correct what `issues` lists",
  ],
  [
    "`ConfigurationError`",
    "The configuration of the client or the call cannot work; or a function of yours failed, see `cause`",
    "no",
    "Do what the message says",
  ],
  ["`CredentialsProviderError`", "There is nothing to sign with", "no", "Provide credentials"],
  [
    "`NetworkError`",
    "No complete response came; `phase` says how far the request got",
    "no where `phase` is `lookup` or `connect`, else perhaps",
    "Call again if `retryable`, else look first",
  ],
  [
    "`TimeoutError`",
    "Something took longer than `limit` milliseconds; `phase` says what",
    "no where `phase` is `connect`, else perhaps",
    "Call again if `retryable`, else look first",
  ],
  ["`AbortError`", "Your `abortSignal` ended the call; `cause` is its reason", "perhaps", "Look first"],
  [
    "`ResponseParseError`",
    "The service answered with success, but the response cannot be read",
    "yes",
    "Check what has happened",
  ],
  [
    "`OutputValidationError`",
    'With `validation: { output: "strict" }`: the response is not what the model says',
    "yes",
    "See `issues`; update the package",
  ],
];

/** Errors of paginators and waiters, if the package has any. */
function helperErrors(plan: PackagePlan, paragraph: (text: string) => string): readonly string[] {
  const symbols = [...plan.operations.values()];
  const rows = [
    ...(symbols.some(({ paginator }) => paginator !== undefined) ? [PAGINATION_ERROR] : []),
    ...(symbols.some(({ waiters }) => waiters.length > 0) ? [WAITER_ERROR] : []),
  ];
  const jobs = symbols.some(({ job }) => job !== undefined) ? " For those of pollers see [jobs](#jobs)." : "";
  if (rows.length === 0) return [];
  return [
    paragraph(`Helpers that make several calls throw the errors of those calls, and these.${jobs}`),
    table(["error", "when", "what to do"], rows),
  ];
}

const PAGINATION_ERROR = [
  "`PaginationError`",
  "The service repeated a page token: the listing would never end",
  "The pages so far are complete. For a list that grows at its end, pass `stopOnSameToken`",
];
const WAITER_ERROR = [
  "`WaiterError`",
  "What a waiter waits for cannot happen any more: the job failed, for example",
  "See `result`, with `reason` and `observedResponses`; it is not printed",
];

interface ErrorRow {
  readonly fault: "client" | "server";
  readonly retryable?: { readonly throttling: boolean } | undefined;
}

function serviceErrors(plan: PackagePlan): readonly string[][] {
  const { service, commonErrors, root } = plan;
  const modelled = service.errors.map((error) => [
    `\`${errorSymbols(plan, error.id).type.name}\``,
    String(error.status ?? ""),
    firstSentence(service.shapes.get(error.id)?.documentation.text ?? ""),
    ...consequences(error),
  ]);
  const common = commonErrors.map(({ error, type }) => [
    `\`${type.name}\``,
    String(error.status),
    error.documentation,
    ...consequences(error),
  ]);
  const unmodelled = [
    `\`${root.unmodeled.name}\``,
    "",
    "Any other; its name on the wire is in `code`.",
    "no where `$fault` is `client`, else perhaps",
    "Call again if `retryable`, else look first",
  ];
  return [...modelled, ...common, unmodelled];
}

/** Whether such an error leaves the call executed, and what to do about it. */
function consequences({ fault, retryable }: ErrorRow): readonly string[] {
  if (retryable?.throttling === true) return ["no", "Wait, then call again"];
  if (fault === "client") return ["no", "Do what the message says"];
  return ["perhaps", "Call again if `retryable`, else look first"];
}
