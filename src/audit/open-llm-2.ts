/**
 * Recomputes the Open LLM Leaderboard v2 from raw scores, as its documentation says
 * (https://huggingface.co/docs/leaderboards/open_llm_leaderboard/normalization): a score between guessing and all right
 * becomes one between 0 and 100, and one below guessing 0.
 */
import { type Claim, claimId, compareClaims } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import type { Recomputed } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';

const SUITE = 'open_llm_leaderboard_v2';

/** Raw percentages of one model in one card, by the harness' task and metric: "leaderboard_gpqa acc_norm". */
type Raw = ReadonlyMap<string, Claim>;

interface Score {
  readonly score: number;
  readonly claims: readonly Claim[];
}

/** A raw percentage between guessing (`low`) and 100 as one between 0 and 100. */
export function normalized(raw: number, low: number): number {
  return raw < low ? 0 : (100 * (raw - low)) / (100 - low);
}

/**
 * What the raw scores of each card come to, one entry for each card and model that gives all that one column or more
 * needs, ordered by model and card. Raw scores are those of the harness' own tasks (`leaderboard_…`), as its tables and
 * files print them; `claims` are normalised, in any order. BBH and MuSR need every task of theirs, as each is normalised by
 * itself before their mean is taken; GPQA and MATH take the harness' own figure for the group, which weighs its parts by
 * their sizes. Scores and the average are rounded to two digits.
 */
export function recomputeOpenLlm2(
  claims: readonly Claim[],
  registry: Pick<Registry, 'suite' | 'benchmarks'>,
): Recomputed[] {
  const suite = registry.suite(SUITE);
  if (suite === undefined) return [];
  const guessing = new Map(
    registry.benchmarks.flatMap((benchmark) =>
      benchmark.harness_task === null
        ? []
        : [[benchmark.harness_task, exactly(benchmark.random_baseline ?? 0)] as const],
    ),
  );
  const tasks = [...guessing.keys()].sort(compareText);
  const recomputed: Recomputed[] = [];
  for (const [key, raw] of rawScores(claims)) {
    const columns: (Score | null)[] = suite.members.map(({ benchmark }) =>
      columnOf(benchmark, raw, tasks, guessing),
    );
    if (columns.every((column) => column === null)) continue;
    const [card, model] = key.split('\n') as [string, string];
    const complete = columns.flatMap((column) => (column === null ? [] : [column.score]));
    recomputed.push({
      suite: SUITE,
      model,
      card,
      scores: suite.members.map(({ benchmark }, place) => ({
        benchmark,
        score: columns[place] === null ? null : rounded((columns[place] as Score).score),
      })),
      average:
        complete.length < columns.length
          ? null
          : rounded(complete.reduce((sum, score) => sum + score, 0) / columns.length),
      claims: columns.flatMap((column) => column?.claims ?? []).map(claimId),
    });
  }
  return recomputed.sort((a, b) => compareText(a.model, b.model) || compareText(a.card, b.card));
}

function rawScores(claims: readonly Claim[]): Map<string, Map<string, Claim>> {
  const found = new Map<string, Map<string, Claim>>();
  for (const claim of claims.toSorted(compareClaims)) {
    const task = claim.benchmark_as_written.trim().toLowerCase();
    if (claim.status !== 'accepted' || claim.unit !== 'percent' || !/^leaderboard_\w+$/.test(task)) continue;
    const key = `${claim.card}\n${claim.model}`;
    const scores = found.get(key) ?? new Map<string, Claim>();
    found.set(key, scores);
    const what = `${task} ${claim.metric}`;
    if (!scores.has(what)) scores.set(what, claim);
  }
  return found;
}

/** One column of the board, or null where a raw score that it needs is not there. */
function columnOf(
  column: string,
  raw: Raw,
  tasks: readonly string[],
  guessing: ReadonlyMap<string, number>,
): Score | null {
  const mean = (names: readonly string[], low: (name: string) => number): Score | null => {
    const found = names.flatMap((name) => raw.get(name) ?? []);
    if (found.length === 0 || found.length < names.length) return null;
    const scores = found.map((claim, place) =>
      normalized(claim.score as number, low(names[place] as string)),
    );
    return { score: scores.reduce((sum, score) => sum + score, 0) / scores.length, claims: found };
  };
  switch (column) {
    case 'leaderboard_ifeval':
      return mean([`${column} inst_level_strict_acc`, `${column} prompt_level_strict_acc`], () => 0);
    case 'leaderboard_math_hard':
      return mean([`${column} exact_match`], () => 0);
    case 'leaderboard_gpqa':
      return mean([`${column} acc_norm`], () => 25);
    case 'leaderboard_mmlu_pro':
      return mean([`${column} acc`], () => 10);
    case 'leaderboard_bbh':
    case 'leaderboard_musr':
      return mean(
        tasks.filter((task) => task.startsWith(`${column}_`)).map((task) => `${task} acc_norm`),
        (name) => guessing.get(name.replace(/ .*$/, '')) ?? 0,
      );
    default:
      return null;
  }
}

/** 100 divided by the whole number of answers that a rounded baseline means: 33.33 is a third. */
function exactly(baseline: number): number {
  return baseline <= 0 ? 0 : 100 / Math.round(100 / baseline);
}

/** To two digits; decimal halves that binary numbers hold a hair too low are rounded up. */
function rounded(score: number): number {
  return Number((score + 1e-9).toFixed(2));
}
