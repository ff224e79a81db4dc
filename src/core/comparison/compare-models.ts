/** Compares models result by result: what was measured alike is subtracted, what was not stands side by side. */
import { compareNames, compareText } from '../compare.ts';
import { foldCase } from '../fold.ts';
import { type Significance, significance } from '../standard-error.ts';
import type { CompareModel, CompareResult } from './model.ts';

/** A model's result beside that of the first model. */
export interface ComparedValue {
  readonly result: CompareResult;
  /** Its score less the first model's; null for the first model itself, and where that one has no such result. */
  readonly difference: number | null;
  /** Better or worse than the first model's by the benchmark's direction; null without a difference. */
  readonly outcome: 'better' | 'worse' | 'equal' | null;
  /** Whether the difference exceeds two standard errors; null where they are not known. */
  readonly chance: Significance | null;
}

/** One thing that at least two of the models were measured on alike. */
export interface ComparedRow {
  /** Benchmark, metric, shots, setting and split. */
  readonly key: string;
  readonly name: string;
  readonly page: string;
  readonly conditions: string;
  readonly unit: string;
  readonly lowerIsBetter: boolean;
  /** Digits that all of its scores are shown with. */
  readonly decimals: number;
  /** Of all models measured alike. */
  readonly field: CompareResult['field'];
  /** One for each model; null where nobody reports it. */
  readonly values: readonly (ComparedValue | null)[];
}

/** What must be the same for two results to be subtracted, beside the benchmark. */
const CONDITIONS = ['metric', 'shots', 'setting', 'split', 'unit'] as const;

type Condition = (typeof CONDITIONS)[number];

/** A benchmark that several of the models report, no two of them under the same conditions. */
export interface ApartRow {
  readonly benchmark: string;
  readonly name: string;
  readonly page: string;
  /** What keeps the two that are most alike apart. */
  readonly differsIn: readonly Condition[];
  /** One list for each model. */
  readonly results: readonly (readonly CompareResult[])[];
}

/** How a model does against the first, over what both were measured on alike; averages of results are not counted. */
export interface Tally {
  readonly results: number;
  readonly better: number;
  readonly worse: number;
  readonly equal: number;
  /** Of the better and of the worse, those beyond two standard errors. */
  readonly surelyBetter: number;
  readonly surelyWorse: number;
  /** Different, and nobody knows the standard errors. */
  readonly unknown: number;
}

export interface Comparison {
  readonly models: readonly CompareModel[];
  /** By name of the benchmark, then by conditions, whatever the order of the models. */
  readonly rows: readonly ComparedRow[];
  readonly apart: readonly ApartRow[];
  /** One for each model but the first. */
  readonly tallies: readonly Tally[];
  /** Results of each model that stand alone: nobody else here reports the benchmark. */
  readonly alone: readonly number[];
}

/** The metric of what is made of other results. */
const AVERAGE = 'average';

/** Digits behind the point that are shown at most. */
const MOST_DECIMALS = 4;

/** What must be the same for two results to be subtracted. */
function comparedBy(result: CompareResult): string {
  return JSON.stringify([
    result.benchmark,
    result.metric,
    result.shots,
    foldCase(result.setting ?? ''),
    foldCase(result.split ?? ''),
    result.unit,
  ]);
}

/** Compares models with the first of them. O(n log n) over their results. */
export function compareModels(models: readonly CompareModel[]): Comparison {
  const found = new Map<string, (CompareResult | null)[]>();
  const benchmarks = new Map<string, CompareResult[][]>();
  for (const [place, model] of models.entries()) {
    for (const result of model.results) {
      const key = comparedBy(result);
      if (!found.has(key)) found.set(key, new Array(models.length).fill(null));
      (found.get(key) as (CompareResult | null)[])[place] ??= result;
      if (!benchmarks.has(result.benchmark))
        benchmarks.set(
          result.benchmark,
          models.map(() => []),
        );
      (benchmarks.get(result.benchmark) as CompareResult[][])[place]?.push(result);
    }
  }
  const rows = [...found]
    .filter(([, results]) => results.filter((result) => result !== null).length > 1)
    .map(([key, results]) => rowOf(key, results))
    .sort(
      (a, b) =>
        compareNames(a.name, b.name) || compareNames(a.conditions, b.conditions) || compareText(a.key, b.key),
    );
  const alike = new Set(rows.map(({ key }) => (JSON.parse(key) as string[])[0]));
  const apart = [...benchmarks]
    .filter(([id, lists]) => !alike.has(id) && lists.filter((list) => list.length > 0).length > 1)
    .map(([benchmark, results]): ApartRow => {
      const { name, page } = results.flat()[0] as CompareResult;
      const ordered = results.map((list) => [...list].sort(byConditions));
      return { benchmark, name, page, differsIn: leastDifference(ordered), results: ordered };
    })
    .sort((a, b) => compareNames(a.name, b.name) || compareText(a.benchmark, b.benchmark));
  return {
    models,
    rows,
    apart,
    tallies: models.slice(1).map((_, place) => tallyOf(rows, place + 1)),
    alone: models.map(
      (_, place) =>
        [...benchmarks.values()].filter(
          (lists) => (lists[place]?.length ?? 0) > 0 && lists.filter((list) => list.length > 0).length === 1,
        ).length,
    ),
  };
}

/** What the two results of different models that differ in the least differ in; the first such pair. */
function leastDifference(lists: readonly (readonly CompareResult[])[]): Condition[] {
  let least: Condition[] = [...CONDITIONS];
  const folded = (value: CompareResult[Condition]) =>
    typeof value === 'string' ? foldCase(value) : (value ?? '');
  for (const [place, list] of lists.entries()) {
    for (const one of list) {
      for (const other of lists.slice(place + 1).flat()) {
        const differs = CONDITIONS.filter((condition) => folded(one[condition]) !== folded(other[condition]));
        if (differs.length < least.length) least = differs;
      }
    }
  }
  return least;
}

function byConditions(a: CompareResult, b: CompareResult): number {
  return compareNames(a.conditions, b.conditions) || compareText(comparedBy(a), comparedBy(b));
}

function rowOf(key: string, results: readonly (CompareResult | null)[]): ComparedRow {
  const known = results.filter((result) => result !== null);
  const one = known[0] as CompareResult;
  const first = results[0] ?? null;
  return {
    key,
    name: one.name,
    page: one.page,
    conditions: one.conditions,
    unit: one.unit,
    lowerIsBetter: one.lowerIsBetter,
    decimals: known.reduce((most, { decimals }) => Math.max(most, Math.min(MOST_DECIMALS, decimals)), 0),
    field: one.field,
    values: results.map((result, place) =>
      result === null ? null : comparedValue(result, place === 0 ? null : first),
    ),
  };
}

function comparedValue(result: CompareResult, first: CompareResult | null): ComparedValue {
  if (first === null) return { result, difference: null, outcome: null, chance: null };
  // What is beyond fifteen digits is an artefact of subtraction.
  const difference = Number((result.score - first.score).toPrecision(12));
  const isBetter = result.lowerIsBetter ? difference < 0 : difference > 0;
  return {
    result,
    difference,
    outcome: difference === 0 ? 'equal' : isBetter ? 'better' : 'worse',
    chance: significance(result, first, first.questions ?? result.questions),
  };
}

function tallyOf(rows: readonly ComparedRow[], place: number): Tally {
  const values = rows.flatMap(({ values: all }) => {
    const value = all[place];
    if (value == null || value.outcome === null || value.result.metric === AVERAGE) return [];
    return [value];
  });
  const count = (test: (value: ComparedValue) => boolean) => values.filter(test).length;
  return {
    results: values.length,
    better: count(({ outcome }) => outcome === 'better'),
    worse: count(({ outcome }) => outcome === 'worse'),
    equal: count(({ outcome }) => outcome === 'equal'),
    surelyBetter: count(({ outcome, chance }) => outcome === 'better' && chance?.exceeds === true),
    surelyWorse: count(({ outcome, chance }) => outcome === 'worse' && chance?.exceeds === true),
    unknown: count(({ outcome, chance }) => outcome !== 'equal' && chance === null),
  };
}
