/** One of AWS's partitions: a set of regions with host names of its own. All of them have FIPS and dual-stack hosts. */
export interface Partition {
  readonly id: string;
  /** Which regions belong to it, by the look of their names; so does the one that is called after it, such as `aws-global`. */
  readonly regions: RegExp;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
}

function partition(id: string, regions: RegExp, dnsSuffix: string, dualStackDnsSuffix: string): Partition {
  return { id, regions, dnsSuffix, dualStackDnsSuffix };
}

/** The partition of regions that no other claims. */
const COMMERCIAL = /*@__PURE__*/ partition(
  "aws",
  /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  "amazonaws.com",
  "api.aws",
);

/**
 * AWS's partitions, version 1.1 of its `partitions.json`.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export const PARTITIONS: readonly Partition[] = /*@__PURE__*/ (() => [
  COMMERCIAL,
  partition("aws-cn", /^cn-\w+-\d+$/, "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
  partition("aws-eusc", /^eusc-(de)-\w+-\d+$/, "amazonaws.eu", "api.amazonwebservices.eu"),
  partition("aws-iso", /^us-iso-\w+-\d+$/, "c2s.ic.gov", "api.aws.ic.gov"),
  partition("aws-iso-b", /^us-isob-\w+-\d+$/, "sc2s.sgov.gov", "api.aws.scloud"),
  partition("aws-iso-e", /^eu-isoe-\w+-\d+$/, "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
  partition("aws-iso-f", /^us-isof-\w+-\d+$/, "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
  partition("aws-us-gov", /^us-gov-\w+-\d+$/, "amazonaws.com", "api.aws"),
])();

/** The partition of a region; the commercial one where none claims it, so that new regions work at once. */
export function partitionOf(region: string): Partition {
  return (
    PARTITIONS.find(({ id, regions }) => region === `${id}-global` || regions.test(region)) ?? COMMERCIAL
  );
}
