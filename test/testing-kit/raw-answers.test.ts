import { expect, test } from "@jest/globals";
import { CloneBackendCommand, GetBackendCommand } from "@tinsmith/amplifybackend";
import { mockAmplifyBackend } from "@tinsmith/amplifybackend/testing";

const get = () => new GetBackendCommand({ AppId: "a" });
const instantly = { environment: { sleep: async () => {} } };
const html = { statusCode: 504, headers: { "Content-Type": "text/html" }, body: "<html>" };

test("a gateway's page is an error with its status, and no request id that nobody gave", async () => {
  const mock = mockAmplifyBackend();
  mock.on(GetBackendCommand).responds(html);
  const error = await mock
    .client({ ...instantly, rawResponse: true })
    .send(get())
    .catch((each: unknown) => each);
  expect(error).toMatchObject({ $metadata: { httpStatusCode: 504, attempts: 3 } });
  expect((error as { $metadata: { requestId?: string } }).$metadata.requestId).toBeUndefined();
  expect(error).toHaveProperty("$response.headers", { "content-type": "text/html" });
});

test("is repeated where that is safe", async () => {
  const mock = mockAmplifyBackend();
  mock.on(GetBackendCommand).respondsOnce(html).resolves({ AppName: "shop" });
  expect(await mock.client(instantly).send(get())).toMatchObject({
    AppName: "shop",
    $metadata: { attempts: 2 },
  });
});

test.each(['{"jobId":', "", new Uint8Array([0xff, 0xfe])])(
  "a body that is no JSON, %j, comes as it is",
  async (body) => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).responds({ statusCode: 200, body });
    const input = { AppId: "a", BackendEnvironmentName: "dev", TargetEnvironmentName: "test" };
    const result = await mock.client().safeSend(new CloneBackendCommand(input));
    if (body === "") expect(result).toMatchObject({ success: true });
    else expect(result).toMatchObject({ success: false, error: { name: "ResponseParseError" } });
  },
);

test("takes its time, too", async () => {
  const mock = mockAmplifyBackend();
  mock.on(GetBackendCommand).after(500).responds({ statusCode: 200, body: "{}" });
  const slept: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => void slept.push(milliseconds);
  await mock.client({ environment: { sleep } }).send(get());
  expect(slept).toEqual([500]);
});

test.each([0, 100, 600, 200.5, Number.NaN])("a status of %p is refused where it is stubbed", (statusCode) => {
  expect(() => mockAmplifyBackend().on(GetBackendCommand).responds({ statusCode })).toThrow(TypeError);
});

test.each([
  { headers: { "a b": "c" } },
  { headers: { a: "b\nc" } },
  { headers: { a: 5 } },
  { body: {} },
  { body: null },
])("%j is refused where it is stubbed", (answer) => {
  const stub = mockAmplifyBackend().on(GetBackendCommand);
  expect(() => stub.responds({ statusCode: 200, ...answer } as never)).toThrow(TypeError);
});
