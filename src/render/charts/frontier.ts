/** The Pareto frontier: who is the best among all that are no larger. */

export interface Sized {
  /** What costs: parameters in billions, or a day. */
  readonly x: number;
  readonly y: number;
  /** Tells equal points apart. */
  readonly id: string;
}

/**
 * The points of the frontier by rising `x`: each beats every point at or below its `x`. Of several equal ones the
 * first by id is taken, so that the order of the input does not matter. O(n log n).
 */
export function frontier<T extends Sized>(points: readonly T[], higherIsBetter = true): T[] {
  const sign = higherIsBetter ? 1 : -1;
  const ordered = [...points].sort(
    (a, b) => a.x - b.x || sign * (b.y - a.y) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const best: T[] = [];
  for (const point of ordered) {
    const last = best.at(-1);
    if (last === undefined || sign * (point.y - last.y) > 0) best.push(point);
  }
  return best;
}
