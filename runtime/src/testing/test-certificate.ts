import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (name: string): string =>
  readFileSync(join(process.cwd(), "runtime/src/testing/fixtures", name), "utf8");

/**
 * A certificate for `127.0.0.1`, `localhost` and `service.test`, and its key, which is public: trust it nowhere but in
 * tests. Signed by itself, with a life of a hundred years.
 */
export const testCertificate = {
  key: read("test-only.key.pem"),
  cert: read("test-only.certificate.pem"),
};
