/** Milliseconds that the metadata service gets for an answer: most machines have none. */
const TIMEOUT = 1000;

/** Milliseconds for which a service that did not answer is not asked again. */
const SILENCE = 60_000;

const silentUntil = new Map<string, number>();

/**
 * The region of the EC2 instance that the code runs on, by the instance's metadata service; undefined where there is
 * none, or where it is switched off.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
 */
export async function instanceRegion(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  if (variables["AWS_EC2_METADATA_DISABLED"]) return undefined;
  const origin = originOf(variables);
  if ((silentUntil.get(origin) ?? 0) > Date.now()) return undefined;
  const region = await askForRegion(origin).catch(() => "");
  if (region !== "") return region;
  silentUntil.set(origin, Date.now() + SILENCE);
  return undefined;
}

function originOf(variables: Readonly<Record<string, string | undefined>>): string {
  const endpoint = variables["AWS_EC2_METADATA_SERVICE_ENDPOINT"];
  if (endpoint) return endpoint.replace(/\/$/, "");
  const isIPv6 = variables["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"] === "IPv6";
  return isIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254";
}

async function askForRegion(origin: string): Promise<string> {
  const token = await ask(`${origin}/latest/api/token`, "PUT", {
    "x-aws-ec2-metadata-token-ttl-seconds": "21600",
  });
  return ask(`${origin}/latest/meta-data/placement/region`, "GET", { "x-aws-ec2-metadata-token": token });
}

async function ask(url: string, method: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(url, {
    method,
    headers,
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The metadata service answered with status ${response.status}.`);
  return text.trim();
}
