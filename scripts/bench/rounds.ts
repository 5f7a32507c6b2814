/**
 * Measures contenders in turns: what slows the machine down for a while slows all of them down. Every second
 * round goes backwards, so that none is always measured after the same other one.
 *
 * @returns the measurements of each, in the order of the rounds
 */
export const interleave = async <Name extends string, Sample>(
  names: readonly Name[],
  rounds: number,
  measure: (name: Name, round: number) => Promise<Sample>,
): Promise<Readonly<Record<Name, readonly Sample[]>>> => {
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<Name, Sample[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      samples[name].push(await measure(name, round));
    }
  }
  return samples;
};
