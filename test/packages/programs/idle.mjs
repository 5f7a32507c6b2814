// Imports all that needs no zod, makes a client, and makes no call.
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { GetBackendCommand } from "@tinsmith/amplifybackend/unvalidated";

new AmplifyBackendClient({ region: "eu-central-1" });
createLocalAmplifyBackend();
new GetBackendCommand({ AppId: "d2fxkq1example" });
console.log("idle");
