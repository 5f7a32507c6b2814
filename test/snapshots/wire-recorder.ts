import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { AmplifyBackendService } from "@tinsmith/amplifybackend/service";
import type { HttpRequest, HttpResponse } from "@tinsmith/runtime";
import { type HandlerTable, type Interceptor, SeededIds, ServiceHost } from "@tinsmith/runtime/host";
import { sampleStructure } from "../support/sample-value.js";

const CREDENTIALS = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};

/** A client whose exchanges with a host, that answers every operation with its sample output, are kept. */
export class WireRecorder {
  readonly exchanges: { readonly request: HttpRequest; readonly response: HttpResponse }[] = [];
  readonly client: AmplifyBackendClient;

  constructor(intercept?: Interceptor) {
    const host = new ServiceHost({
      service: AmplifyBackendService,
      operations: AmplifyBackendOperations,
      handlers: sampleHandlers(),
      credentials: [CREDENTIALS],
      ids: new SeededIds(1),
      intercept,
    });
    const inner = host.requestHandler();
    const handle = async (request: HttpRequest) => {
      const { response } = await inner.handle(request);
      this.exchanges.push({ request, response });
      return { response };
    };
    this.client = new AmplifyBackendClient({
      region: "eu-central-1",
      credentials: CREDENTIALS,
      maxAttempts: 1,
      requestHandler: { handle },
    });
  }
}

const sampleHandlers = (): HandlerTable =>
  Object.fromEntries(
    AmplifyBackendOperations.map(({ name, output }) => [name, () => sampleStructure(output)]),
  );
