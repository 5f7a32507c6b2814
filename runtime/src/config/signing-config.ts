import type { Provider } from "../common/provider.js";
import type { HashConstructor } from "../signing/hash.js";
import type { RequestSigner } from "../signing/request-signer.js";

/** How requests are signed, where not as AWS's services want it. */
export interface SigningConfig {
  /** Signs in place of Signature Version 4; credentials are asked for all the same. */
  signer?: RequestSigner | Provider<RequestSigner> | undefined;
  /** SHA-256; the platform's by default. */
  sha256?: HashConstructor | undefined;
  /** Region that signatures are for; the region that requests go to by default. */
  signingRegion?: string | undefined;
  /** Whether the path is encoded once more in what is signed; defaults to true, which every service but S3 wants. */
  signingEscapePath?: boolean | undefined;
  /** Milliseconds that the service's clock is ahead of this one; found out by itself where it matters. */
  systemClockOffset?: number | undefined;
  /**
   * Signs with this machine's own time even where the service's clock says otherwise; else
   * `AWS_DISABLE_CLOCK_SKEW_CORRECTION`, else `disable_clock_skew_correction` in the profile, else false.
   */
  disableClockSkewCorrection?: boolean | Provider<boolean> | undefined;
}

/** The same with everything filled in. */
export interface ResolvedSigningConfig {
  /** Absent where requests are signed by Signature Version 4. */
  readonly signer: Provider<RequestSigner> | undefined;
  readonly sha256: HashConstructor;
  /** Absent where signatures are for the region that requests go to. */
  readonly signingRegion: string | undefined;
  readonly signingEscapePath: boolean;
  /** Milliseconds that the service's clock is ahead; changes when a response shows that it is wrong. */
  systemClockOffset: number;
  readonly disableClockSkewCorrection: Provider<boolean>;
}
