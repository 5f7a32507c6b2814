import type { PackagePlan } from "../../plan/package-plan.js";
import { TESTING_NAMES, testing } from "../../plan/runtime-symbols.js";
import { documented, sentence, tag } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, use, useType } from "../layout/fragment.js";
import { tallObject } from "../layout/literals.js";
import { reexports } from "./reexports.js";
import type { SourceFile } from "./source-file.js";

/** Makes the entry `./testing`: a mock of this service, for tests without a network. */
export function testingFile(plan: PackagePlan): SourceFile {
  const { root, service } = plan;
  const { module } = root.mock;
  const passedOn = TESTING_NAMES.map((name) => ({
    symbol: testing(name),
    typeOnly: name !== "expectMock" && name !== "receivedCommand",
  }));
  return {
    module,
    sources: [service.source],
    description: [
      sentence(
        "A mock of the service, for tests: says what commands answer, and tells what was called. Everything but the network is real.",
      ),
      tag("packageDocumentation", ""),
    ],
    statements: [...reexports(module, passedOn), mock(plan), mockClient(plan)],
  };
}

function mock({ root }: PackagePlan): Fragment {
  const parts = tallObject([
    ["service", use(root.service)],
    ["operations", use(root.operations)],
    ["client", use(root.aggregate)],
  ]);
  return documented(
    [sentence("Makes a mock; `client()` gives a client whose calls come to it.")],
    [
      `export const ${root.mock.name} = (): `,
      mockType(root),
      " =>",
      indented(hardLine, "new ", use(testing("ServiceMock")), "(", parts, ");"),
    ],
  );
}

function mockClient({ root }: PackagePlan): Fragment {
  return documented(
    [
      sentence(
        "Has the calls of a client, or of all clients of a class, come to a mock, until its `restore` is called.",
      ),
    ],
    [
      `export const ${root.mockClient.name} = (`,
      indented(
        hardLine,
        "target: ",
        useType(root.client),
        " | { readonly prototype: ",
        useType(root.client),
        " },",
      ),
      hardLine,
      "): ",
      mockType(root),
      " => ",
      use(root.mock),
      "().attach(target);",
    ],
  );
}

const mockType = ({ aggregate }: PackagePlan["root"]): Fragment => [
  useType(testing("ServiceMock")),
  "<",
  useType(aggregate),
  ">",
];
