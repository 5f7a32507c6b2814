import { existsSync } from "node:fs";

/** What `npm run build` leaves behind, where other packages look for it. */
const BUILT = [
  "codegen/dist/build.js",
  "codegen/dist/cli.js",
  "runtime/dist/index.js",
  "runtime/dist/node.js",
  "runtime/dist/web.js",
  "runtime/dist/ky.js",
  "generated/dist/index.js",
  "generated/dist/index.d.ts",
];

/** @throws Error that says what to do, if the packages are not built */
export const requireBuild = (): void => {
  const missing = BUILT.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new Error(
      `This test needs the built packages. Run \`npm run build\` first: no ${missing.join(", no ")}.`,
    );
  }
};
