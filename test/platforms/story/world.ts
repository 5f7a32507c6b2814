/** Keys that open nothing. */
export const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" };

/** The region that requests are signed for. */
export const REGION = "eu-central-1";

/** What a platform is like, and no client can help. */
export interface Facts {
  /** The build of the runtime that it picks: by Node's modules, or by those of the web. */
  readonly flavour: "node" | "web";
  /** Whether requests are sent again by the platform itself when a used connection drops. */
  readonly resends: boolean;
  /** Whether it is a browser: answers of other origins are seen where these allow it, and redirects never. */
  readonly hasOrigins: boolean;
  /** Whether settings are found in environment variables. */
  readonly hasVariables: boolean;
}

/** What a shop is told of in. Plain data: it goes to wherever the platform is. */
export interface ShopWorld extends Facts {
  /** A local AmplifyBackend. */
  readonly shop: string;
}

/** What the stories happen in. */
export interface World extends ShopWorld {
  /** Where the service is; what its answers are like is the first segment of the path, see `startService`. */
  readonly service: string;
  /** The same service, closing connections that were idle for `hastyTimeout` milliseconds. */
  readonly hasty: string;
  readonly hastyTimeout: number;
  /** Where nobody listens. */
  readonly nowhere: string;
  /** An HTTP proxy; the host `service.test` is known to it alone. */
  readonly proxy: string;
  /** The same service over TLS: its port, and the certificate to trust. */
  readonly securePort: number;
  readonly certificate: string;
  readonly seed: number;
  /** Tries of each property. */
  readonly runs: number;
}
