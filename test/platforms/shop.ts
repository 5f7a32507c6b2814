import { spawn } from "node:child_process";
import { once } from "node:events";
import { CREDENTIALS } from "./story/world.js";

/** A local AmplifyBackend in a process of its own. */
export interface Shop extends AsyncDisposable {
  readonly endpoint: string;
}

/** Starts the one of the packages that a project has installed. */
export const startShop = async (project: string): Promise<Shop> => {
  const { accessKeyId, secretAccessKey } = CREDENTIALS;
  const shop = spawn(process.execPath, ["service.mjs", accessKeyId, secretAccessKey], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [endpoint] = (await once(shop.stdout, "data")) as [Buffer];
  return {
    endpoint: endpoint.toString().trim(),
    async [Symbol.asyncDispose]() {
      shop.kill();
      await once(shop, "exit");
    },
  };
};
