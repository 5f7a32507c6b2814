import { Sha256 } from "#platform";
import { provideSwitch } from "./provide.js";
import { toProvider } from "./provider.js";
import type { ResolvedSigningConfig, SigningConfig } from "./signing-config.js";
import type { Surroundings } from "./surroundings.js";

/** Fills in how requests are signed. */
export function resolveSigning(
  config: SigningConfig,
  surroundings: Surroundings | undefined,
): ResolvedSigningConfig {
  return {
    signer: config.signer && toProvider("signer", config.signer, (signer) => signer),
    sha256: config.sha256 ?? Sha256,
    signingRegion: config.signingRegion,
    signingEscapePath: config.signingEscapePath ?? true,
    systemClockOffset: config.systemClockOffset ?? 0,
    disableClockSkewCorrection: provideSwitch("disableClockSkewCorrection", config, surroundings),
  };
}
