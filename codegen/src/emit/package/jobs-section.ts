import type { OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { wrapMarkdown } from "../documentation/wrap.js";
import { literal } from "../layout/literals.js";
import { print } from "../layout/print.js";
import { operationSymbols } from "../symbol-of.js";
import { sampleCommand } from "./first-call.js";
import { table } from "./markdown-table.js";

/** Writes how jobs are followed; nothing where the service has none. */
export function jobsSection(plan: PackagePlan, width: number): string {
  const { operations } = plan.service;
  const telling = operations.find(({ job }) => job !== undefined);
  const starters = operations.filter(({ followedBy }) => followedBy === telling?.name);
  const [sample] = [...starters.filter(({ examples }) => examples.length > 0), ...starters];
  if (telling === undefined || sample === undefined) return "";
  const { job: symbols, command } = operationSymbols(plan, telling.id);
  const poller = symbols?.poller.name ?? "";
  const paragraph = (text: string): string => wrapMarkdown(text, width).join("\n");
  return [
    "## Jobs",
    paragraph(
      `\`${poller}\` makes a call that starts a job, and follows the job with \`${command.name}\`. It begins at once, and is a promise: of the job as it was seen last, when that has ended well. Return it from an async function within an object only: a promise that is returned is awaited.`,
    ),
    program(plan, sample, poller),
    paragraph(
      `\`${poller}.follow(client, result)\` follows what a call of your own has started, \`${poller}.resume(client, text)\` what another process did: \`serialize()\` gives it the text, which names the job and holds no secrets. Its client has to be of the same account and region. Neither \`abort\` nor a signal ends the job itself.`,
    ),
    resuming(plan, telling, poller),
    table(["option", "default", "what"], OPTIONS),
    paragraph("Beside the errors of the calls, which are passed on, it ends in:"),
    table(["error", "when", "what to do"], errorRows(symbols?.isConflict.name, telling)),
    paragraph(
      `\`${symbols?.failure.name}\` is the union of all of them, and the type of \`state.error\`. A poller that fails while nobody awaits it does not end the process: its error is in \`state.error\`, \`onProgress\` is told, and the client's \`logger\`.`,
    ),
    ...unnamed(plan, telling, starters).map(paragraph),
  ].join("\n\n");
}

function program(plan: PackagePlan, sample: OperationIr, poller: string): string {
  const { client } = plan.root;
  const { command } = operationSymbols(plan, sample.id);
  const input = sample.examples[0]?.input;
  const making =
    input === undefined ? sampleCommand(plan, sample) : `new ${command.name}(${print(literal(input), 80)})`;
  const names = [client.name, poller, command.name, "JobFailedError"].sort();
  const code = [
    'import { writeFile } from "node:fs/promises";',
    `import { ${names.join(", ")} } from "${plan.service.package.name}";`,
    "",
    `const client = new ${client.name}({ region: "us-east-1" });`,
    `const command = ${making};`,
    `const poller = ${poller}.start(client, command, { onConflict: "wait", maxWaitTime: 600 });`,
    "poller.onProgress(({ phase, status }) => console.log(phase, status));",
    "await poller.started();",
    'await writeFile("job.json", poller.serialize()); // for another process, see below',
    "const result = await poller.catch((error) => {",
    "  if (error instanceof JobFailedError) console.error(error.text);",
    "  throw error;",
    "});",
  ];
  return ["```ts", ...code, "```"].join("\n");
}

function resuming({ service, root }: PackagePlan, { job }: OperationIr, poller: string): string {
  const code = [
    'import { readFile } from "node:fs/promises";',
    `import { ${[root.client.name, poller].sort().join(", ")} } from "${service.package.name}";`,
    "",
    `const client = new ${root.client.name}({ region: "us-east-1" });`,
    `const poller = ${poller}.resume(client, await readFile("job.json", "utf8"));`,
    "const result = await poller;",
    `console.log(poller.state.operation, result.${job?.status});`,
  ];
  return ["```ts", ...code, "```"].join("\n");
}

const OPTIONS: readonly (readonly string[])[] = [
  ["`minDelay`, `maxDelay`", "2, 30", "Seconds between two looks, rising from one to the other, with jitter"],
  ["`maxWaitTime`", "2000", "Seconds in all, the start included; where a poller is resumed, they begin anew"],
  [
    "`maxConsecutiveErrors`",
    "10",
    "Looks in a row that may fail by throttling, a server's error, the network, or a timeout; lacking permission, say, ends it at once",
  ],
  [
    "`onConflict`",
    '`"fail"`',
    'Of `start`: `"wait"` waits until the job is over that is in the way, and then starts this one, once',
  ],
  ["`identifiers`", "", "What names the job where neither the answer nor the input does"],
  ["`abortSignal`", "", "Ends the following, as `abort` does"],
];

function errorRows(isConflict: string | undefined, { job }: OperationIr): readonly (readonly string[])[] {
  return [
    [
      "`JobFailedError`",
      `The job ended ${job?.failed.map((word) => `\`${word}\``).join(" or ")}`,
      "See `text`, which may be empty, and `job`; neither is printed",
    ],
    [
      "`JobStartError`",
      "The answer of the call has an error in it, or does not say which job it started",
      "Look what has become of it; the answer is in `started`",
    ],
    ...(job?.conflict === undefined
      ? []
      : [
          [
            "`JobConflictError`",
            "Another job is in the way: nothing was started",
            `Wait, or pass \`onConflict\`. \`${isConflict}(error)\` knows it, and what a plain call ends in then`,
          ],
        ]),
    ["`TimeoutError`", "`phase` is `wait`: the job was not over in time", "Follow on: it may go on"],
    ["`AbortError`", "`abort`, or the signal", "Follow on, or look: it may go on"],
  ];
}

/** Tells of operations whose answers do not name their job completely, unless their inputs do. */
function unnamed(
  { service }: PackagePlan,
  telling: OperationIr,
  starters: readonly OperationIr[],
): readonly string[] {
  const members = (id: string, required: boolean): readonly string[] => {
    const shape = service.shapes.get(id);
    if (shape?.kind !== "structure") return [];
    return shape.members.filter((member) => member.required || !required).map(({ name }) => name);
  };
  return starters.flatMap(({ name, input, output }) => {
    const known = new Set([...members(output, false), ...members(input, true)]);
    const missing = members(telling.input, true).filter((member) => !known.has(member));
    if (missing.length === 0) return [];
    const words = missing.map((member) => `\`${member}\``).join(", ");
    return [
      `The answer of ${name} does not say under which ${words} its job is found. Without it in \`identifiers\`, \`start\` refuses the command, and sends nothing.`,
    ];
  });
}
