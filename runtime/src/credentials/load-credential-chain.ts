import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import { describeFailure } from "./describe-failure.js";
import type { CredentialDefaultProvider } from "./identity.js";

const PACKAGE = "@aws-sdk/credential-provider-node";

const WHAT_FOR = "Roles, single sign-on, processes, web identity, containers and instance metadata take";

/**
 * Loads AWS's chain of providers, an optional peer dependency.
 *
 * @throws {@link CredentialsProviderError} that says what to install
 */
export async function loadCredentialChain(): Promise<CredentialDefaultProvider> {
  try {
    // By its literal name and within `try`: then bundlers take it along where it is there, and let it pass where it is not.
    const { defaultProvider } = await import("@aws-sdk/credential-provider-node");
    return defaultProvider;
  } catch (error) {
    throw isMissing(error) ? missing() : broken(error);
  }
}

/** Node, Bun and bundlers name the package in quotes; an import that fails within the package names another one. */
function isMissing(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return /MODULE_NOT_FOUND$/.test(String(code)) && new RegExp(`['"]${PACKAGE}['"]`).test(String(message));
}

function missing(): CredentialsProviderError {
  return new CredentialsProviderError(
    `${WHAT_FOR} a package that is not installed: npm install ${PACKAGE}. Or pass \`credentials\` to the client.`,
  );
}

function broken(error: unknown): CredentialsProviderError {
  const { message, cause } = describeFailure(error);
  return new CredentialsProviderError(`${WHAT_FOR} ${PACKAGE}, which cannot be loaded: ${message}`, {
    cause,
  });
}
