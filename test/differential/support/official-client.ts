import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The official client's name and version, as installed. */
export const officialClient: {
  readonly name: string;
  readonly version: string;
} = require("@aws-sdk/client-amplifybackend/package.json");
