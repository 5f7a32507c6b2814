// A local AmplifyBackend; prints where it listens.
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";

const [, , accessKeyId, secretAccessKey] = process.argv;
const jobDelays = { pending: 10, running: 20 };
const local = createLocalAmplifyBackend({ credentials: { accessKeyId, secretAccessKey }, jobDelays });
console.log((await local.listen()).endpoint);
