// The floor: the same calls by `node:http`, signed by AWS's library, and nothing besides.
import { createHash, createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { SignatureV4 } from "@smithy/signature-v4";

class Sha256 {
  #hash;
  constructor(secret) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", secret);
  }
  update(data) {
    this.#hash.update(data);
  }
  async digest() {
    return this.#hash.digest();
  }
}

export const createCalls = (endpoint) => {
  const { host, hostname, port } = new URL(endpoint);
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const signer = new SignatureV4({
    service: "amplifybackend",
    region: "eu-central-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI" },
    sha256: Sha256,
  });
  const call = async (method, path, body) => {
    const headers = {
      host,
      ...(body && { "content-type": "application/json", "content-length": `${body.length}` }),
    };
    const signed = await signer.sign({
      method,
      protocol: "http:",
      hostname,
      port,
      path,
      headers,
      body,
      query: {},
    });
    return read({ agent, method, hostname, port, path, headers: signed.headers }, body);
  };
  return {
    CloneBackend: async () => {
      const body = JSON.stringify({ targetEnvironmentName: "pr-42" });
      const { jobId } = await call("POST", "/backend/d2fxkq1example/environments/dev/clone", body);
      return { JobId: jobId };
    },
    GetBackendJob: async () => {
      const { jobId } = await call("GET", "/backend/d2fxkq1example/job/dev/5f0e1d2c-clone-example");
      return { JobId: jobId };
    },
  };
};

const read = (options, body) =>
  new Promise((resolve, reject) => {
    request(options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    })
      .on("error", reject)
      .end(body);
  });
