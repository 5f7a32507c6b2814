// Sends requests with ky: either copy of its handler, for clients of either copy of the package.
import { createRequire } from "node:module";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";

const load = createRequire(`${process.cwd()}/program.js`);
const copies = async (entry) => [await import(entry), load(entry)];
const packages = await copies("@tinsmith/amplifybackend");
const local = createLocalAmplifyBackend();
const server = await local.listen();
const config = { ...local.clientConfig(server), maxAttempts: 1 };

/** As browsers hide a redirect. */
const redirect = async () => Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
const settings = [
  {},
  { customFetch: redirect },
  { customFetch: () => new Promise(() => {}), requestTimeout: 1 },
];

const names = [];
for (const { KyHttpHandler } of await copies("@tinsmith/runtime/ky")) {
  for (const { AmplifyBackendClient, GetBackendCommand } of packages) {
    for (const setting of settings) {
      const client = new AmplifyBackendClient({ ...config, requestHandler: new KyHttpHandler(setting) });
      const { error } = await client.safeSend(new GetBackendCommand({ AppId: "d0000missing" }));
      const isFound = packages.every((copy) => error instanceof copy[error.name]);
      names.push(isFound ? error.name : `${error.name}, of neither`);
    }
  }
}
console.log(names.join(" "));
await server.close();
