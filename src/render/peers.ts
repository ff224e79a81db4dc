/** How a result stands among models of its model's size: counted, under the same conditions only. */
import type { Model, Result } from '../core/result.ts';

/** Models of half to twice the parameters are of one size. */
export const SIZE_FACTOR = 2;

/** Fewer models than this say nothing about strength or weakness. */
export const FEWEST_PEERS = 5;

/** A result among those of other models of its size. */
export interface Peers {
  /** Models of its size measured alike, itself left out: five or more. */
  readonly of: number;
  /** How many of them it is better than, and how many have the same score. */
  readonly better: number;
  readonly equal: number;
}

/** Counts of places from 1 to `size`, and how many lie at or below a place: a Fenwick tree, O(log n) a step. */
class Counts {
  readonly #tree: Int32Array;

  constructor(size: number) {
    this.#tree = new Int32Array(size + 1);
  }

  add(place: number, count: 1 | -1): void {
    for (let at = place; at < this.#tree.length; at += at & -at) (this.#tree[at] as number) += count;
  }

  upTo(place: number): number {
    let sum = 0;
    for (let at = place; at > 0; at -= at & -at) sum += this.#tree[at] as number;
    return sum;
  }
}

interface Sized {
  readonly id: string;
  readonly parameters: number;
  readonly score: number;
}

/** What makes results comparable, as a key. */
export function conditionKey(result: Pick<Result, 'metric' | 'shots' | 'setting' | 'split'>): string {
  return JSON.stringify([result.metric, result.shots, result.setting, result.split]);
}

/**
 * The standing of every result among models of its size, by result id; results with too few such models are left out,
 * as are those of models of unknown size, of benchmarks of unknown direction, and those in `leftOut` (another model's
 * results, which a card repeats). O(n log n).
 */
export function peersOfResults(
  results: readonly Result[],
  models: ReadonlyMap<string, Pick<Model, 'parameters'>>,
  directions: ReadonlyMap<string, { readonly higher_is_better: boolean | null }>,
  leftOut: { has(result: string): boolean },
): Map<string, Peers> {
  const contests = new Map<string, Sized[]>();
  for (const result of results) {
    const parameters = models.get(result.model)?.parameters ?? null;
    const upwards = directions.get(result.benchmark)?.higher_is_better ?? null;
    if (parameters === null || parameters <= 0 || upwards === null || leftOut.has(result.id)) continue;
    const entry = { id: result.id, parameters, score: upwards ? result.score : -result.score };
    const key = `${result.benchmark} ${conditionKey(result)}`;
    const contest = contests.get(key);
    if (contest === undefined) contests.set(key, [entry]);
    else contest.push(entry);
  }
  const peers = new Map<string, Peers>();
  for (const contest of contests.values()) {
    if (contest.length > FEWEST_PEERS) countContest(contest, peers);
  }
  return peers;
}

/** A window of sizes slides over the results by size; inside of it scores are counted by their place. */
function countContest(contest: readonly Sized[], peers: Map<string, Peers>): void {
  const bySize = [...contest].sort((a, b) => a.parameters - b.parameters);
  const scores = [...new Set(contest.map(({ score }) => score))].sort((a, b) => a - b);
  const places = new Map(scores.map((score, place) => [score, place + 1]));
  const placeOf = (entry: Sized) => places.get(entry.score) as number;
  const counts = new Counts(scores.length);
  let first = 0;
  let end = 0;
  for (const entry of bySize) {
    while (end < bySize.length && (bySize[end] as Sized).parameters <= SIZE_FACTOR * entry.parameters) {
      counts.add(placeOf(bySize[end++] as Sized), 1);
    }
    while ((bySize[first] as Sized).parameters * SIZE_FACTOR < entry.parameters) {
      counts.add(placeOf(bySize[first++] as Sized), -1);
    }
    const of = end - first - 1;
    if (of < FEWEST_PEERS) continue;
    const better = counts.upTo(placeOf(entry) - 1);
    peers.set(entry.id, { of, better, equal: counts.upTo(placeOf(entry)) - better - 1 });
  }
}
