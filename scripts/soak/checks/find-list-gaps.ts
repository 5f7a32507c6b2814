import { type Evidence, entriesOf, groupBy } from "./evidence.js";

/** Lists that differ from the books, latest job first, and environments with jobs that nobody listed. */
export const findListGaps = (evidence: Evidence): string[] => {
  const booked = new Map<string, string[]>();
  for (const { id, app, environments } of evidence.books.jobs) {
    for (const name of environments) {
      const place = `${app} ${name}`;
      booked.set(place, [id, ...(booked.get(place) ?? [])]);
    }
  }
  const listed = groupBy(entriesOf(evidence, "listed"), ({ app, environment }) => `${app} ${environment}`);
  const wrong = [...listed].flatMap(([place, lists]) =>
    lists
      .filter(({ jobs }) => jobs.join() !== (booked.get(place) ?? []).join())
      .map(
        ({ jobs }) =>
          `the list of ${place} has ${jobs.length} jobs, not as the ${booked.get(place)?.length ?? 0} in the books`,
      ),
  );
  const unlisted = [...booked.keys()].filter((place) => !listed.has(place));
  return [...wrong, ...unlisted.map((place) => `the jobs of ${place} were never listed`)];
};
