/** The charts of a benchmark's page: how its scores are distributed, and how they go with size and time. */
import { compareText } from '../../core/compare.ts';
import type { Result } from '../../core/result.ts';
import type { BenchmarkRecord } from '../../store/types.ts';
import type { Here, Site } from '../frame.ts';
import { conditions } from '../words.ts';
import type { Chart } from './chart.ts';
import { dateChart, type ModelScores, sizeChart } from './model-scores.ts';
import { distributionChart } from './score-distribution.ts';

const MOST_DECIMALS = 4;

/** Charts of a benchmark under the conditions that most models report; none where fewer than three do. */
export function benchmarkCharts(site: Site, here: Here, benchmark: BenchmarkRecord): Chart[] {
  const scores = benchmarkScores(site, benchmark);
  if (scores === null) return [];
  return [
    distributionChart(site, here, scores, null),
    sizeChart(site, here, scores),
    dateChart(site, here, scores),
  ].filter((chart) => chart !== null);
}

/** Results of a benchmark by their conditions, those that most models report first; found once for all pages. */
const GROUPS = new WeakMap<readonly Result[], ReadonlyMap<string, readonly Result[]>>();

const conditionsKey = ({ metric, shots, setting, split }: Result) =>
  JSON.stringify([metric, shots, setting, split]);

function groupsOf(site: Site, all: readonly Result[]): ReadonlyMap<string, readonly Result[]> {
  const known = GROUPS.get(all);
  if (known !== undefined) return known;
  const groups = new Map<string, Result[]>();
  for (const result of all) {
    if (site.index.sourceOfResult.has(result.id)) continue;
    const key = conditionsKey(result);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [result]);
    else list.push(result);
  }
  const ordered = new Map(
    [...groups].sort(([a, left], [b, right]) => right.length - left.length || compareText(a, b)),
  );
  GROUPS.set(all, ordered);
  return ordered;
}

/**
 * The scores of a benchmark under one set of conditions: that of the result `like`, or else the one that most models
 * report. What is another model's result is left out. Null without results.
 */
export function benchmarkScores(site: Site, benchmark: BenchmarkRecord, like?: Result): ModelScores | null {
  const groups = groupsOf(site, site.index.resultsOfBenchmark.get(benchmark.id) ?? []);
  const results = like === undefined ? [...groups.values()][0] : groups.get(conditionsKey(like));
  const first = results?.[0];
  if (results === undefined || first === undefined) return null;
  const metric = site.context.registry.metric(first.metric);
  const isUsual = first.metric === benchmark.metric;
  return {
    id: 'scores',
    what: [benchmark.name, conditions(site, first)].filter(Boolean).join(' · '),
    unit: first.unit,
    decimals: results.reduce((most, { decimals }) => Math.max(most, Math.min(MOST_DECIMALS, decimals)), 0),
    higherIsBetter: (isUsual ? benchmark.higher_is_better : metric?.higher_is_better) ?? true,
    baseline: isUsual ? benchmark.random_baseline : null,
    range: isUsual ? benchmark.range : [null, null],
    scores: results.map(({ model, score }) => ({ model, score })),
  };
}

/** Results of the same benchmark under the same conditions as `result`, what is another model's left out. */
export function measuredAlike(site: Site, result: Result): readonly Result[] {
  const all = site.index.resultsOfBenchmark.get(result.benchmark) ?? [];
  return groupsOf(site, all).get(conditionsKey(result)) ?? [];
}
