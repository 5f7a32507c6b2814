// No two machines are to differ in what tests see. Jest's workers inherit the environment of the process that reads this.
import "./scripts/lib/forget-aws-settings.js";

/** @type {import("jest").Config} */
const config = {
  testEnvironment: "node",
  reporters: ["default", "<rootDir>/scripts/jest/summary-reporter.js"],
  roots: ["<rootDir>/codegen/src", "<rootDir>/runtime/build", "<rootDir>/runtime/src", "<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  // Jest leaves one of the cores alone, and so runs one file at a time on a machine of two.
  maxWorkers: "100%",
  // Milliseconds; what takes a second on an idle machine may take many on a busy one.
  testTimeout: 60_000,
  modulePathIgnorePatterns: ["/dist/"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
  // The same names as `paths` in tsconfig.json: tests run from source, without a build.
  moduleNameMapper: {
    "^#platform$": "<rootDir>/runtime/src/platform/node.ts",
    "^@tinsmith/runtime$": "<rootDir>/runtime/src/index.ts",
    "^@tinsmith/runtime/command$": "<rootDir>/runtime/src/command/index.ts",
    "^@tinsmith/runtime/host$": "<rootDir>/runtime/src/host/index.ts",
    "^@tinsmith/runtime/ky$": "<rootDir>/runtime/src/ky/index.ts",
    "^@tinsmith/runtime/testing$": "<rootDir>/runtime/src/testing-kit/index.ts",
    "^@tinsmith/codegen$": "<rootDir>/codegen/src/index.ts",
    "^@tinsmith/codegen/build$": "<rootDir>/codegen/src/build/index.ts",
    "^@tinsmith/amplifybackend$": "<rootDir>/generated/src/index.ts",
    "^@tinsmith/amplifybackend/(.*)$": "<rootDir>/generated/src/$1.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
};

export default config;
