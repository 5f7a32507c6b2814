// Composes a schema of the package with one of the user's own.
import { CloneBackendRequestSchema } from "@tinsmith/amplifybackend/zod";
import * as z from "zod/mini";

const schema = z.object({ requests: z.array(CloneBackendRequestSchema) });
const request = { AppId: "d2fxkq1example", BackendEnvironmentName: "dev", TargetEnvironmentName: "test" };
const good = schema.safeParse({ requests: [request] });
const bad = schema.safeParse({ requests: [request, { ...request, AppId: undefined, Appid: "d" }] });
console.log(good.success, bad.error?.issues.map(({ code, path }) => `${code}@${path.join(".")}`).join());
