/** Ranks models over all benchmarks at once: by whom they beat where both were measured alike, so that nothing missing counts. */
import { compareText } from '../core/compare.ts';
import { shortHash } from '../core/hash.ts';
import { seededRandom } from '../core/random.ts';
import { type Comparisons, chanceToWin, type Field, fieldOf, fitStrengths } from './bradley-terry.ts';
import type { Overall, OverallRow } from './types.ts';

/** Models that were measured alike on one benchmark. */
export interface Contest {
  /** Benchmark; several contests may have one, under other conditions. */
  readonly benchmark: string;
  /** How much it counts. */
  readonly weight: number;
  readonly higherIsBetter: boolean;
  /** No model twice. */
  readonly entries: readonly { readonly model: string; readonly score: number }[];
}

/** Below these a model is not ranked. */
const FEWEST_BENCHMARKS = 5;
const FEWEST_OPPONENTS = 10;
/** In larger contests everybody meets so many others: always the same ones, chosen by the models' ids alone. */
const MOST_OPPONENTS = 20;
/** Samples behind an interval. */
const SAMPLES = 100;
/** Models that met on fewer benchmarks are not linked by it: one test in common does not make two fields one. */
const FEWEST_SHARED = 2;
/** A suite counts for no more benchmarks than this, however many parts it has. */
export const MOST_OF_A_SUITE = 6;
const LIMITS: Overall['limits'] = {
  benchmarks: FEWEST_BENCHMARKS,
  rivals: FEWEST_OPPONENTS,
  shared: FEWEST_SHARED,
  opponents: MOST_OPPONENTS,
  suite: MOST_OF_A_SUITE,
  samples: SAMPLES,
};
const SEED = 20_260_217;

/**
 * Ranks by Bradley and Terry's model over every pair of models of every contest; intervals are those of 95 in 100 samples
 * in which contests count by random weights (the Bayesian bootstrap of Rubin, 1981). Contests come in any order. A row's
 * score is the chance, in percent, to beat a ranked model picked at random.
 */
export function rankOverall(given: readonly Contest[]): Overall {
  const contests = given
    .filter((contest) => contest.entries.length > 1)
    .toSorted((a, b) => compareText(keyOf(a), keyOf(b)));
  const models = [...new Set(contests.flatMap(({ entries }) => entries.map(({ model }) => model)))].sort(
    compareText,
  );
  const { comparisons, benchmarks, opponents, met } = compareAll(contests, models);
  const ranked = rankable(benchmarks, opponents);
  const counts = {
    contests: contests.length,
    comparisons: comparisons.first.length,
    unranked: models.length - ranked.length,
    limits: LIMITS,
  };
  if (ranked.length < 2) return { rows: [], ...counts, unranked: models.length };
  const field = fieldOf(comparisons);
  const weights = contests.map(({ weight }) => weight);
  const fit = fitStrengths(field, weights);
  const scores = scoresOf(fit, ranked);
  const samples = sampleScores(field, weights, fit, ranked);
  const ranks = samples.map(ranksOf);
  const own = ranksOf(scores);
  const rows = ranked.map((player, place): OverallRow => {
    const [low, high] = middle(samples.map((sample) => sample[place] as number));
    const [best, worst] = middle(ranks.map((sample) => sample[place] as number));
    const rank = own[place] as number;
    const score = scores[place] as number;
    return {
      model: models[player] as string,
      rank,
      band: [Math.min(rank, best), Math.max(rank, worst)],
      score,
      low: Math.min(score, low),
      high: Math.max(score, high),
      benchmarks: benchmarks[player]?.size ?? 0,
      opponents: opponents[player]?.size ?? 0,
      comparisons: met[player] as number,
    };
  });
  return { rows: rows.sort((a, b) => a.rank - b.rank || compareText(a.model, b.model)), ...counts };
}

/** Tells contests apart by all that counts, so that their order is always the same. */
function keyOf({ benchmark, entries }: Contest): string {
  const lines = entries.map(({ model, score }) => `${model}\t${score}`);
  return `${benchmark}\n${lines.sort(compareText).join('\n')}`;
}

/** Everybody against everybody of a contest, or in a large one against the next on a ring that is the same in all. */
function compareAll(contests: readonly Contest[], models: readonly string[]) {
  const numbers = new Map(models.map((model, number) => [model, number]));
  const ring = new Map(models.map((model) => [model, shortHash(model, 16)]));
  const [first, second, outcome, contest]: number[][] = [[], [], [], []];
  const benchmarks = models.map(() => new Set<string>());
  const opponents = models.map(() => new Map<number, Set<string>>());
  const meet = (one: number, other: number, benchmark: string) => {
    const shared = opponents[one]?.get(other);
    if (shared === undefined) opponents[one]?.set(other, new Set([benchmark]));
    else shared.add(benchmark);
    met[one] = (met[one] as number) + 1;
  };
  const met = models.map(() => 0);
  for (const [number, { entries, benchmark, higherIsBetter }] of contests.entries()) {
    const players = entries
      .toSorted((a, b) => compareText(ring.get(a.model) as string, ring.get(b.model) as string))
      .map(({ model, score }) => ({
        player: numbers.get(model) as number,
        score: higherIsBetter ? score : -score,
      }));
    const size = players.length;
    const isLarge = size > MOST_OPPONENTS + 1;
    for (const [place, one] of players.entries()) {
      benchmarks[one.player]?.add(benchmark);
      const last = isLarge ? place + MOST_OPPONENTS / 2 : size - 1;
      for (let at = place + 1; at <= last; at++) {
        const other = players[at % size] as typeof one;
        first?.push(one.player);
        second?.push(other.player);
        outcome?.push(one.score > other.score ? 1 : one.score < other.score ? 0 : 0.5);
        contest?.push(number);
        meet(one.player, other.player, benchmark);
        meet(other.player, one.player, benchmark);
      }
    }
  }
  const comparisons = { players: models.length, first, second, outcome, contest } as Comparisons;
  return { comparisons, benchmarks, opponents, met };
}

/** Players with enough behind them, of the largest group that a chain of links holds together. */
function rankable(
  benchmarks: readonly ReadonlySet<string>[],
  opponents: readonly ReadonlyMap<number, ReadonlySet<string>>[],
): number[] {
  const parents = opponents.map((_, player) => player);
  const rootOf = (player: number): number => {
    let root = player;
    while (parents[root] !== root) root = parents[root] as number;
    while (parents[player] !== root) [parents[player], player] = [root, parents[player] as number];
    return root;
  };
  for (const [player, others] of opponents.entries()) {
    for (const [other, shared] of others) {
      if (shared.size < FEWEST_SHARED) continue;
      const [a, b] = [rootOf(player), rootOf(other)];
      parents[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const groups = new Map<number, number[]>();
  for (const player of opponents.keys()) {
    if (
      (benchmarks[player]?.size ?? 0) < FEWEST_BENCHMARKS ||
      (opponents[player]?.size ?? 0) < FEWEST_OPPONENTS
    )
      continue;
    const root = rootOf(player);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [player]);
    else group.push(player);
  }
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

/** Strengths closer than this, in logarithms, count as one opponent: a score moves by less than a thousandth. */
const STEP = 0.02;

/** Each ranked player's mean chance to beat the others, in percent. */
function scoresOf(logs: Float64Array, ranked: readonly number[]): number[] {
  const steps = new Map<number, { sum: number; count: number }>();
  for (const player of ranked) {
    const log = logs[player] as number;
    const step = Math.floor(log / STEP);
    const there = steps.get(step);
    if (there === undefined) steps.set(step, { sum: log, count: 1 });
    else {
      there.sum += log;
      there.count++;
    }
  }
  const opponents = [...steps.values()].map(({ sum, count }) => ({ log: sum / count, count }));
  return ranked.map((player) => {
    // Everybody meets himself once too, with an even chance.
    let sum = -0.5;
    for (const { log, count } of opponents) sum += count * chanceToWin(logs[player] as number, log);
    return (100 * sum) / (ranked.length - 1);
  });
}

function sampleScores(
  field: Field,
  weights: readonly number[],
  fit: Float64Array,
  ranked: readonly number[],
): number[][] {
  const random = seededRandom(SEED);
  return Array.from({ length: SAMPLES }, () => {
    const drawn = weights.map((weight) => -Math.log(1 - random()) * weight);
    return scoresOf(fitStrengths(field, drawn, { from: fit, precision: 1e-2, most: 12 }), ranked);
  });
}

/** Competition ranks by what a page prints: one digit behind the point. */
function ranksOf(scores: readonly number[]): number[] {
  const printed = scores.map((score) => Math.round(score * 10));
  const above = new Map<number, number>();
  for (const [place, score] of printed.toSorted((a, b) => b - a).entries()) {
    if (!above.has(score)) above.set(score, place);
  }
  return printed.map((score) => (above.get(score) as number) + 1);
}

/** Between what 95 in 100 lie. */
function middle(numbers: readonly number[]): [number, number] {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return [at(0.025), at(0.975)];
}
