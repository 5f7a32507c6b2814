import type { PackagePlan } from "../../plan/package-plan.js";
import { VERSION } from "../../version.js";
import type { OutputFile } from "../../write/output-file.js";
import { commandName, commandPath } from "./command-files.js";
import { packageEntries } from "./entries.js";

/** The zod that the package is built with and tested against. */
const ZOD_VERSION = "4.6.7";
/** The zods of users that the `./zod` entry works with. */
const ZOD_RANGE = "^4.0.0";
/** The package that the runtime loads AWS's chain of credential providers from, where it is installed. */
export const CREDENTIAL_PROVIDER = "@aws-sdk/credential-provider-node";
/** Every version has the chain. */
const CREDENTIAL_PROVIDER_RANGE = "^3.0.0";
/** The last tsdown that runs on Node 20. */
const TSDOWN_VERSION = "0.21.10";
/** What tsdown makes types with; later versions have no interface for programs that it knows. */
const TYPESCRIPT_VERSION = "6.0.3";

/** Makes `package.json`. */
export function packageJson(
  plan: PackagePlan,
  extensionEntries: readonly string[],
  hasCommand: boolean,
): OutputFile {
  const { name, version, description, runtime, extra } = plan.service.package;
  const entries = packageEntries(extensionEntries);
  const contents = {
    name,
    version,
    description,
    license: "Apache-2.0",
    ...extra,
    type: "module",
    engines: { node: ">=20.19" },
    sideEffects: false,
    ...(hasCommand ? { bin: { [commandName(plan)]: `./${commandPath(plan)}` } } : {}),
    files: [...(hasCommand ? ["bin"] : []), "dist"],
    main: "./dist/index.cjs",
    module: "./dist/index.js",
    types: "./dist/index.d.cts",
    exports: {
      ...Object.fromEntries(entries.map(({ subpath, file }) => [subpath, exportConditions(file)])),
      "./package.json": "./package.json",
    },
    typesVersions: {
      // Only for `moduleResolution: node10`, which knows no exports.
      "*": Object.fromEntries(
        entries.slice(1).map(({ subpath, file }) => [subpath.slice(2), [`./dist/${file}.d.cts`]]),
      ),
    },
    scripts: { build: "tsdown" },
    dependencies: { "@tinsmith/runtime": runtime },
    peerDependencies: { [CREDENTIAL_PROVIDER]: CREDENTIAL_PROVIDER_RANGE, zod: ZOD_RANGE },
    peerDependenciesMeta: { [CREDENTIAL_PROVIDER]: { optional: true }, zod: { optional: true } },
    devDependencies: {
      "@tinsmith/codegen": VERSION,
      tsdown: TSDOWN_VERSION,
      typescript: TYPESCRIPT_VERSION,
      zod: ZOD_VERSION,
    },
  };
  return { path: "package.json", contents: `${JSON.stringify(contents, undefined, 2)}\n` };
}

const exportConditions = (file: string): object => ({
  import: { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
  require: { types: `./dist/${file}.d.cts`, default: `./dist/${file}.cjs` },
});
