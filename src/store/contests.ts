/** Picks the results that may be held against each other in the overall ranking: measured alike, by a benchmark's own rules. */
import type { Contents } from './contents.ts';
import { type Contest, MOST_OF_A_SUITE } from './overall.ts';

/**
 * One contest for every benchmark of the registry under one set of conditions. Left out are averages, benchmarks that
 * only cards know, metrics other than the benchmark's own or one that a suite asks for, results whose number of shots
 * nobody states where it matters, results that are another model's, and flagged models.
 */
export function contestsOf({ results, benchmarks, models, copies, registry }: Contents): Contest[] {
  const known = new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark]));
  const flagged = new Set(models.flatMap(({ id, flagged }) => (flagged === null ? [] : [id])));
  const inherited = new Set(copies.flatMap((copy) => copy.results));
  const asked = new Map<string, number>();
  for (const { members } of registry.suites) {
    for (const { benchmark, metric } of members) {
      const key = `${benchmark}\n${metric}`;
      asked.set(key, Math.min(asked.get(key) ?? 1, MOST_OF_A_SUITE / members.length));
    }
  }
  const contests = new Map<string, Contest & { entries: { model: string; score: number }[] }>();
  for (const { id, model, benchmark, metric, shots, setting, split, score } of results) {
    const entry = known.get(benchmark);
    if (entry === undefined || !entry.listed || metric === 'average') continue;
    const weight = asked.get(`${benchmark}\n${metric}`);
    if (metric !== entry.metric && weight === undefined) continue;
    if (shots === null && entry.shots !== null) continue;
    if (inherited.has(id) || flagged.has(model)) continue;
    const key = JSON.stringify([benchmark, metric, shots, setting, split]);
    const contest = contests.get(key) ?? {
      benchmark,
      weight: weight ?? 1,
      higherIsBetter:
        (metric === entry.metric ? entry.higher_is_better : null) ??
        registry.metrics.find((one) => one.id === metric)?.higher_is_better ??
        true,
      entries: [],
    };
    contest.entries.push({ model, score });
    contests.set(key, contest);
  }
  return [...contests.values()];
}
