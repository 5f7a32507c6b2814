import { type Evidence, eventsOf, groupBy } from "./evidence.js";

/** Lists that differ from the service's records, latest job first, and environments with jobs that were never listed. */
export const findListingErrors = (evidence: Evidence): string[] => {
  const recorded = new Map<string, string[]>();
  for (const { id, app, environments } of evidence.records.jobs) {
    for (const name of environments) {
      const place = `${app} ${name}`;
      recorded.set(place, [id, ...(recorded.get(place) ?? [])]);
    }
  }
  const listed = groupBy(eventsOf(evidence, "listed"), ({ app, environment }) => `${app} ${environment}`);
  const wrong = [...listed].flatMap(([place, lists]) =>
    lists
      .filter(({ jobs }) => jobs.join() !== (recorded.get(place) ?? []).join())
      .map(
        ({ jobs }) =>
          `the list of ${place} has ${jobs.length} jobs; the service has ${recorded.get(place)?.length ?? 0}`,
      ),
  );
  const unlisted = [...recorded.keys()].filter((place) => !listed.has(place));
  return [...wrong, ...unlisted.map((place) => `the jobs of ${place} were never listed`)];
};
