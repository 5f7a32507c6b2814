import { z } from "zod";

/** @see https://docs.npmjs.com/cli/configuring-npm/package-json#name */
const packageName = z
  .string()
  .regex(
    /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/u,
    "expected the name of a package, such as @scope/name",
  );

/** @see https://semver.org */
const version = z
  .string()
  .regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/u, "expected a version, such as 1.2.3");

/** What `metadata.tinsmith` may say: of the package that is generated, and of nothing else so far. */
export const tinsmithMetadata = z.strictObject({
  package: z
    .strictObject({
      name: packageName,
      version,
      description: z.string(),
      /** The range of `@tinsmith/runtime`. */
      runtime: z.string(),
      author: z.unknown(),
      bugs: z.unknown(),
      homepage: z.string(),
      keywords: z.array(z.string()),
      publishConfig: z.unknown(),
      repository: z.unknown(),
    })
    .partial()
    .optional(),
});
