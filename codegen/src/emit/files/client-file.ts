import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { described, describedTags, documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, use, useType } from "../layout/fragment.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of the client. */
export function clientFile(plan: PackagePlan): SourceFile {
  return {
    module: plan.root.client.module,
    sources: [plan.service.source],
    statements: [...configTypes(plan), clientClass(plan)],
  };
}

function configTypes({ root }: PackagePlan): readonly Fragment[] {
  const { client, clientConfig, clientConfigType, resolvedConfig, resolvedConfigType } = root;
  const sameAs = (name: string): string => `The same as {@link ${name}}, as in AWS's SDK.`;
  return [
    documented(
      [sentence(`How {@link ${client.name}} is set up; everything may be left out.`)],
      [`export interface ${clientConfig.name} extends `, useType(runtime("ClientConfig")), " {}"],
    ),
    documented(
      [sentence(sameAs(clientConfig.name))],
      [`export type ${clientConfigType.name} = `, useType(clientConfig), ";"],
    ),
    documented(
      [sentence(`The configuration of {@link ${client.name}} with everything filled in.`)],
      [`export interface ${resolvedConfig.name} extends `, useType(runtime("ResolvedClientConfig")), " {}"],
    ),
    documented(
      [sentence(sameAs(resolvedConfig.name))],
      [`export type ${resolvedConfigType.name} = `, useType(resolvedConfig), ";"],
    ),
  ];
}

function clientClass({ root, service }: PackagePlan): Fragment {
  return documented(
    [
      ...described(service.documentation),
      sentence(`Makes the calls: \`client.send(new SomeCommand(input))\`.`),
      ...describedTags(service.documentation),
    ],
    [
      `export class ${root.client.name} extends `,
      use(runtime("Client")),
      " {",
      indented(hardLine, [
        ["declare readonly config: ", useType(root.resolvedConfig), ";", hardLine, hardLine],
        [`constructor(config: ${root.clientConfig.name} = {}) {`],
        indented(hardLine, "super(", use(root.service), ", config);"),
        [hardLine, "}"],
      ]),
      hardLine,
      "}",
    ],
  );
}
