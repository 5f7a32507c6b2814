// Uses the package's two copies together, as programs do that are half CommonJS.
import { createRequire } from "node:module";

const entry = "@tinsmith/amplifybackend";
const load = createRequire(`${process.cwd()}/program.js`);
const copies = [await import(entry), load(entry)];
const { createLocalAmplifyBackend } = await import("@tinsmith/amplifybackend/local");
const config = createLocalAmplifyBackend().clientConfig();
const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED", syscall: "connect" });
const down = { ...config, maxAttempts: 1, requestHandler: { handle: () => Promise.reject(refused) } };

const names = [];
for (const { AmplifyBackendClient } of copies) {
  for (const { GetBackendCommand } of copies) {
    const results = [
      await new AmplifyBackendClient(config).safeSend(new GetBackendCommand({ AppId: "d0000missing" })),
      await new AmplifyBackendClient(config).safeSend(new GetBackendCommand({ AppId: 5 })),
      await new AmplifyBackendClient(down).safeSend(new GetBackendCommand({ AppId: "d0000missing" })),
    ];
    for (const { error } of results) {
      const isFound = copies.every((copy) => error instanceof copy[error.name]);
      names.push(isFound && error.operation === "GetBackend" ? error.name : `${error.name}, of neither`);
    }
  }
}
console.log(names.join(" "));
