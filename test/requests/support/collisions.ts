import type { LabelClass } from "./hostile-labels.js";
import { type Labels, type Route, routes, routesOf, unguardedPath, words } from "./routes.js";
import type { ServerKind } from "./servers.js";

/** A call that a server would take for another one. */
export interface Collision {
  readonly from: Route;
  readonly to: Route;
  readonly labels: Labels;
  /** Whether the other labels are such as nobody would wonder at, not words of the other route. */
  readonly isSimple: boolean;
}

/** Pairs of routes that collide for a class of labels at a kind of server. */
export interface Cell {
  /** `from to` by name, with labels that do it; simple ones where there are some. */
  readonly pairs: ReadonlyMap<string, Collision>;
  /** All sets of labels, each once. */
  readonly collisions: readonly Collision[];
}

/** Every way to fill a route's labels with at least one value of the class, and words of the routes in the others. */
function* fillings(
  route: Route,
  { valuesFor }: LabelClass,
): Generator<{ labels: Labels; isSimple: boolean }> {
  const hostile = route.labels.map((label) => new Set(valuesFor(route, label)));
  function* fill(
    index: number,
    labels: Labels,
    bad: boolean,
    isSimple: boolean,
  ): ReturnType<typeof fillings> {
    const label = route.labels[index];
    if (label === undefined) {
      if (bad) yield { labels, isSimple };
      return;
    }
    yield* fill(index + 1, { ...labels, [label]: "x" }, bad, isSimple);
    for (const value of hostile[index] ?? [])
      yield* fill(index + 1, { ...labels, [label]: value }, true, isSimple);
    for (const value of words) yield* fill(index + 1, { ...labels, [label]: value }, bad, false);
  }
  yield* fill(0, {}, false, true);
}

/** What collides for a class of labels, by kind of server, if nobody guards the labels. */
export const findCollisions = (labelClass: LabelClass, servers: readonly ServerKind[]): Cell[] => {
  const cells = servers.map(() => ({ pairs: new Map<string, Collision>(), collisions: [] as Collision[] }));
  for (const from of routes) {
    for (const { labels, isSimple } of fillings(from, labelClass)) {
      const path = unguardedPath(from, labels);
      for (const [index, { read, ignoresCase }] of servers.entries()) {
        for (const to of routesOf(from.method, read(path), ignoresCase)) {
          if (to === from) continue;
          const collision = { from, to, labels, isSimple };
          const { pairs, collisions } = cells[index] as (typeof cells)[number];
          collisions.push(collision);
          const pair = `${from.name} ${to.name}`;
          if (!pairs.get(pair)?.isSimple)
            pairs.set(pair, isSimple ? collision : (pairs.get(pair) ?? collision));
        }
      }
    }
  }
  return cells;
};
