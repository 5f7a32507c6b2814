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
      `\`${poller}\` makes a call that starts a job, and follows the job with \`${command.name}\`. It begins at once. It is a promise of the completed job, as it was last seen. To return a poller from an async function, put it into an object: a returned promise would be awaited.`,
    ),
    program(plan, sample, poller),
    paragraph(
      `\`${poller}.follow(client, result)\` follows a job that a call of your own has started. \`${poller}.resume(client, text)\` follows the job of a poller in another process; its \`serialize()\` gives the text, which names the job and holds no secrets. Both clients must be of the same account and region. Neither \`abort\` nor a signal ends the job itself.`,
    ),
    resuming(plan, telling, poller),
    table(["option", "default", "what"], OPTIONS),
    paragraph("It throws the errors of its calls, and these:"),
    table(["error", "when", "what to do"], errorRows(symbols?.isConflict.name, telling)),
    paragraph(
      `\`${symbols?.failure.name}\` is the union of all of them, and the type of \`state.error\`. A poller that fails while nobody awaits it does not end the process: the error is in \`state.error\`, passed to listeners of \`onProgress\`, and written to the client's \`logger\`.`,
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
  [
    "`minDelay`, `maxDelay`",
    "2, 30",
    "Seconds between two calls for the job's state, rising from one to the other, with jitter",
  ],
  ["`maxWaitTime`", "2000", "Seconds in all, the start included; a resumed poller starts counting anew"],
  [
    "`maxConsecutiveErrors`",
    "10",
    "Calls in a row that may fail by throttling, a server error, the network, or a timeout; any other error, such as a missing permission, ends it at once",
  ],
  [
    "`onConflict`",
    '`"fail"`',
    'Of `start`: `"wait"` waits until the job that blocks this one has ended, and then starts this one',
  ],
  [
    "`identifiers`",
    "",
    "Identifiers of the job that are neither in the output nor in the input of the call that starts it",
  ],
  ["`abortSignal`", "", "Stops the poller, as `abort` does; the job goes on"],
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
      "The output of the call has an error in it, or does not say which job it started",
      "Check what has happened; the output is in `started`",
    ],
    ...(job?.conflict === undefined
      ? []
      : [
          [
            "`JobConflictError`",
            "Another job is running there: nothing was started",
            `Wait, or pass \`onConflict\`. \`${isConflict}(error)\` recognises it, and the same error of a plain call`,
          ],
        ]),
    ["`TimeoutError`", "`phase` is `wait`: the job has not ended in time", "Resume: it may still be running"],
    ["`AbortError`", "`abort`, or the signal", "Resume, or check: it may still be running"],
  ];
}

/** Lists the operations whose outputs and required inputs do not name their job completely. */
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
      `The output of ${name} lacks the ${words} under which its job is found. Unless \`identifiers\` has it, \`start\` refuses the command and sends nothing.`,
    ];
  });
}
