import {
  AmplifyBackend,
  AmplifyBackendClient,
  type AmplifyBackendClientConfig,
  GetBackendCommand,
} from "@aws-sdk/client-amplifybackend";

class TracedClient extends AmplifyBackendClient {
  readonly started = Date.now();
  closed = false;

  constructor(config: AmplifyBackendClientConfig = {}) {
    super({ ...config, maxAttempts: 2 });
  }

  override destroy(): void {
    this.closed = true;
    super.destroy();
  }

  async names(appId: string): Promise<readonly string[]> {
    const { BackendEnvironmentList = [] } = await this.send(new GetBackendCommand({ AppId: appId }));
    return BackendEnvironmentList;
  }
}

class FakeAmplify extends AmplifyBackend {
  override async getBackend(): Promise<{ AppName: string; $metadata: object }> {
    return { AppName: "fake", $metadata: {} };
  }
}

export async function main(): Promise<void> {
  const client = new TracedClient({ region: "eu-north-1" });
  console.log(await client.names("d1corpus"), await client.config.maxAttempts());
  client.destroy();
  console.log(client.closed, client.started > 0, client instanceof AmplifyBackendClient);
  const fake: AmplifyBackend = new FakeAmplify({});
  const { AppName } = await fake.getBackend({ AppId: "d1corpus" });
  console.log(AppName);
}
