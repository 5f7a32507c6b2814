import { ConfigurationError } from "../errors/configuration-error.js";

/**
 * One label of a host name, that stands for nothing else, as `xn--…` does. Capitals are no others to hosts.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1123#section-2.1
 * @see https://www.rfc-editor.org/rfc/rfc5890#section-2.3.1
 */
const HOST_LABEL = /^(?!-|..--)[a-zA-Z0-9-]{1,63}(?<!-)$/;

/** Old names such as `fips-us-east-1` and `us-east-1-fips` say two things at once. */
const FIPS_MARK = /^fips-(?:dkr-|prod-)?|-fips$/;

/** A region, and whether its name asks for FIPS. */
export interface RegionChoice {
  readonly region: string;
  readonly fips: boolean;
}

/**
 * Checks a region and takes an old FIPS name apart. A region becomes part of the host that credentials are signed
 * for, so nothing but a host label passes.
 *
 * @throws {@link ConfigurationError}
 */
export function readRegion(value: unknown): RegionChoice {
  if (typeof value !== "string" || value === "")
    throw new ConfigurationError('The region is missing: it must be text, such as "eu-west-1".');
  const fips = FIPS_MARK.test(value);
  const region =
    value === "aws-fips" || value === "fips-aws-global" ? "us-east-1" : value.replace(FIPS_MARK, "");
  if (!HOST_LABEL.test(region)) {
    throw new ConfigurationError(
      `The region ${JSON.stringify(value.slice(0, 100))} cannot be part of a host name. Regions look like "eu-west-1".`,
    );
  }
  return { region, fips };
}
