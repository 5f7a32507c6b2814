/** A tiny model whose generated code shows one behaviour of the generator. */
export interface GoldenScenario {
  /** Folder below `test/goldens`, holding `model.yaml` and, below `generated`, what is expected. */
  readonly name: string;
  /** What it shows. */
  readonly shows: string;
  /** The generated files that show it: those are committed and compared; all others are compiled only. */
  readonly files: readonly string[];
}

const commands = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `src/commands/${name}Command.ts`);
const schemas = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `src/schemas/${name}.ts`);

/** Every behaviour of the generator that its output shows, and a model that asks for all trouble at once. */
export const GOLDEN_SCENARIOS: readonly GoldenScenario[] = [
  {
    name: "behaviour",
    shows:
      "what may be repeated, jobs, defaults, tokens, host prefixes, checksums, and examples of the model",
    files: [...commands("Follow", "Put", "Start"), ...schemas("Start")],
  },
  {
    name: "bindings",
    shows: "every place of an HTTP message that a member can travel in",
    files: [...commands("GetThing", "PutThing"), ...schemas("PutThing")],
  },
  {
    name: "constraints",
    shows: "ranges, lengths, patterns and lists without repetitions, of members and of their targets",
    files: [
      ...commands("Measure"),
      ...schemas("Measure", "double", "structures"),
      ...["src/enums.ts", "src/errors.ts", "src/structures.ts"],
    ],
  },
  {
    name: "deprecated",
    shows: "deprecation of operations, shapes and members, and links for further reading",
    files: [...commands("OldWay"), "src/structures.ts", "src/Deprecated.ts"],
  },
  {
    name: "documentation",
    shows: "documentation in CommonMark and in AWS's HTML, wrapped and made safe",
    files: commands("Explain"),
  },
  {
    name: "empty-structures",
    shows: "operations that take or give nothing, and structures without members",
    files: [...commands("Ping", "Poke", "Prod"), ...schemas("Ping", "Prod")],
  },
  {
    name: "enums",
    shows: "enums of strings and integers, in types, descriptors and schemas",
    files: ["src/enums.ts", ...commands("Paint"), ...schemas("Paint")],
  },
  {
    name: "errors",
    shows: "error classes, AWS's common errors, and an error that is also data",
    files: ["src/errors.ts", "src/service.ts", "src/structures.ts", ...commands("Fail")],
  },
  {
    name: "hostile",
    shows:
      "names of globals, of the runtime and of other shapes, members that every object has, text that breaks out",
    files: [
      ...[
        "src/HostileClient.ts",
        "src/HostileClientClient.ts",
        "src/enums.ts",
        "src/errors.ts",
        "src/index.ts",
      ],
      ...["src/service.ts", "src/structures.ts", "src/pagination/ListZPaginator.ts"],
      ...commands("Client", "Constructor", "Delete", "Error", "GETThing", "HostileClient", "ListZ", "Send"),
      ...["src/commands/_GetThingCommand.ts", "src/schemas/_GetThing.ts"],
      ...schemas("GETThing", "double", "structures"),
    ],
  },
  {
    name: "jobs",
    shows: "pollers of jobs, and a job that nothing starts, lists or is kept waiting by",
    files: ["README.md", "src/jobs/BakingPoller.ts", "src/jobs/PlainJobPoller.ts"],
  },
  { name: "json-names", shows: "names in JSON that differ from the member's", files: commands("Say") },
  {
    name: "lists",
    shows: "lists: of lists, of structures, with gaps, with a length",
    files: [...commands("Sort"), ...schemas("Sort", "structures")],
  },
  {
    name: "maps",
    shows: "maps: of lists, over an enum, with gaps, with a size",
    files: ["src/enums.ts", ...commands("Count"), ...schemas("Count", "structures")],
  },
  {
    name: "package",
    shows: "everything around the code: package.json, README, build, entries, client",
    files: [
      ...[
        "README.md",
        "package.json",
        "tsdown.config.ts",
        "src/index.ts",
        "src/unvalidated.ts",
        "src/zod.ts",
      ],
      ...["src/ParcelService.ts", "src/ParcelServiceClient.ts", "src/operations.ts", "src/service.ts"],
    ],
  },
  {
    name: "pagination",
    shows:
      "paginators: settings of the whole service, nested tokens and items, maps of items, maps as tokens",
    files: ["ListMarks", "ListThings", "ListWords", "Scan"].map(
      (name) => `src/pagination/${name}Paginator.ts`,
    ),
  },
  {
    name: "recursive",
    shows: "a structure within itself, directly and through lists and maps",
    files: ["src/structures.ts", ...schemas("structures"), ...commands("Grow")],
  },
  {
    name: "required",
    shows: "what must be given, by the direction that a structure travels in",
    files: [...commands("Give", "Take"), "src/structures.ts", ...schemas("Give", "structures")],
  },
  {
    name: "sensitive",
    shows: "secrets: members, lists, structures and unions",
    files: [...commands("Login"), "src/structures.ts"],
  },
  {
    name: "simple-types",
    shows: "every simple type, streams included",
    files: [...commands("Upload"), "src/structures.ts", ...schemas("Upload", "double", "structures")],
  },
  {
    name: "unions",
    shows: "unions, one of whose members carries nothing",
    files: ["src/structures.ts", ...schemas("structures")],
  },
  {
    name: "waiters",
    shows: "waiters with every kind of matcher",
    files: ["src/waiters/waitForThingGone.ts", "src/waiters/waitForThingReady.ts"],
  },
];
