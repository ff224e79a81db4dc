/** The lists that `cardboard query` searches: all models, or the rows of a board. */

import type { BenchmarkRecord } from './core/benchmark.ts';
import { compareNames } from './core/compare.ts';
import { precisionsOf } from './core/precision.ts';
import { MODEL_FLAGS, type ModelFacts, type ModelFlag } from './core/query/model-fields.ts';
import type { NumberField } from './core/query/types.ts';
import type { Copy, Model, Result } from './core/result.ts';
import type { Registry } from './registry/types.ts';
import { columnKeys } from './render/board-columns.ts';
import { opennessOf } from './render/license-of.ts';
import type { Board } from './store/types.ts';

export interface QuerySource {
  readonly models: readonly Model[];
  readonly benchmarks: readonly BenchmarkRecord[];
  readonly results: readonly Result[];
  readonly copies: readonly Copy[];
  readonly boards: readonly Board[];
  readonly registry: Registry;
}

export interface ScoreColumn {
  readonly field: NumberField;
  readonly decimals: number;
  readonly lowerIsBetter: boolean;
  /** Shown even where the search does not ask about it. */
  readonly always: boolean;
}

export interface QueryList {
  /** What a model may be in this list. */
  readonly flags: readonly ModelFlag[];
  readonly scores: readonly ScoreColumn[];
  /** In the order in which they are shown. */
  readonly entries: readonly QueryEntry[];
}

export interface QueryEntry {
  readonly facts: ModelFacts;
  /** A score by the name of its field; null where nobody reports it. */
  score(name: string): number | null;
}

/** All models by name. A benchmark's score is the one that was measured as usual, by the usual metric with the usual shots, where there is one. */
export function listModels(source: QuerySource): QueryList {
  const results = groupByModel(source.results);
  const ranked = new Set(
    source.boards.flatMap(({ rows }) => rows.flatMap((row) => (row.rank === null ? [] : row.model))),
  );
  const makeFacts = factsOf(source);
  const benchmarks = new Map(source.benchmarks.map((benchmark) => [benchmark.id, benchmark]));
  const decimals = decimalsOfBenchmarks(source.results);
  return {
    flags: MODEL_FLAGS.filter((flag) => flag !== 'complete'),
    scores: source.benchmarks
      .filter(({ id }) => decimals.has(id))
      .map((benchmark) => ({
        field: numberField(benchmark.id, benchmark.name, benchmark.id, source.registry),
        decimals: decimals.get(benchmark.id) ?? 0,
        lowerIsBetter: benchmark.higher_is_better === false,
        always: false,
      })),
    entries: [...source.models]
      .sort((a, b) => compareNames(a.id, b.id))
      .map((model) => {
        const own = results.get(model.id) ?? [];
        return {
          facts: makeFacts(model, own, { ranked: ranked.has(model.id), complete: false }),
          score: (name) => usualScore(own, benchmarks.get(name)),
        };
      }),
  };
}

/** The rows of a board in its order, with their rank, their average and its columns. */
export function listBoard(source: QuerySource, board: Board): QueryList {
  const { registry } = source;
  const models = new Map(source.models.map((model) => [model.id, model]));
  const results = new Map(source.results.map((result) => [result.id, result]));
  const makeFacts = factsOf(source);
  const keys = columnKeys(board.columns);
  const nameOf = (id: string) =>
    source.benchmarks.find((benchmark) => benchmark.id === id)?.name ?? registry.benchmark(id)?.name ?? id;
  const suite = board.suite === null ? undefined : registry.suite(board.suite);
  const hasAverage = board.rows.some(({ average }) => average !== null);
  const own = (
    name: string,
    aliases: readonly string[],
    decimals: number,
    lowerIsBetter: boolean,
  ): ScoreColumn => ({
    field: { name, aliases, unit: 'score' },
    decimals,
    lowerIsBetter,
    always: true,
  });
  return {
    flags: MODEL_FLAGS,
    scores: [
      own('rank', [], 0, true),
      ...(hasAverage
        ? [
            own(
              'average',
              ['avg', 'mean'],
              board.decimals,
              board.columns.every((column) => !column.higher_is_better),
            ),
          ]
        : []),
      ...board.columns.map((column, place): ScoreColumn => {
        const other = suite?.members.find(({ benchmark }) => benchmark === column.benchmark)?.stands_for;
        const field = numberField(
          keys[place] as string,
          nameOf(column.benchmark),
          column.benchmark,
          registry,
        );
        const aliases = other == null ? [] : [other, nameOf(other)];
        return {
          field: { ...field, aliases: [...field.aliases, ...aliases] },
          decimals: column.decimals,
          lowerIsBetter: !column.higher_is_better,
          always: true,
        };
      }),
    ],
    entries: board.rows.flatMap((row) => {
      const model = models.get(row.model);
      if (model === undefined) return [];
      const shown = row.cells.flatMap((cell) => (cell === null ? [] : (results.get(cell.result) ?? [])));
      const complete = row.cells.every((cell) => cell !== null);
      return {
        facts: makeFacts(model, shown, { ranked: row.rank !== null, complete }),
        score: (name: string) =>
          name === 'rank'
            ? row.rank
            : name === 'average'
              ? row.average
              : (row.cells[keys.indexOf(name)]?.score ?? null),
      };
    }),
  };
}

function numberField(name: string, label: string, benchmark: string, registry: Registry): NumberField {
  const entry = registry.benchmark(benchmark);
  const aliases = [label, ...(entry?.aliases ?? []), ...(entry?.short_aliases ?? [])];
  return { name, aliases, unit: 'score', label };
}

function factsOf({ copies, registry }: QuerySource) {
  const copied = new Set(copies.map(({ model }) => model));
  return (
    model: Model,
    shown: readonly Result[],
    list: { ranked: boolean; complete: boolean },
  ): ModelFacts => {
    const flags: Readonly<Record<ModelFlag, boolean>> = {
      flagged: model.flagged !== null,
      copy: copied.has(model.id),
      complete: list.complete,
      open: opennessOf(registry, model) === 'open',
      card: model.card !== null,
      ranked: list.ranked,
    };
    return {
      id: model.id,
      names: [model.display_name, ...model.names],
      org: model.owner,
      type: model.type,
      licenses: model.licenses,
      languages: model.languages,
      library: model.library,
      bases: model.base_models,
      tags: model.tags,
      precisions: precisionsOf(model.name, model.tags),
      origins: [...new Set(shown.map(({ origin }) => origin))],
      parameters: model.parameters,
      flags: (Object.keys(flags) as ModelFlag[]).filter((flag) => flags[flag]),
    };
  };
}

function groupByModel(results: readonly Result[]): Map<string, Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const group = groups.get(result.model);
    if (group) group.push(result);
    else groups.set(result.model, [result]);
  }
  return groups;
}

/** Digits that are enough for nine of ten results: a few with more do not make a column of zeros. */
function decimalsOfBenchmarks(results: readonly Result[]): Map<string, number> {
  const all = new Map<string, number[]>();
  for (const { benchmark, decimals } of results) {
    const list = all.get(benchmark);
    if (list) list.push(decimals);
    else all.set(benchmark, [decimals]);
  }
  return new Map(
    [...all].map(([benchmark, list]) => [
      benchmark,
      list.sort((a, b) => a - b)[Math.ceil(0.9 * list.length) - 1] ?? 0,
    ]),
  );
}

/** The score that comes nearest to how the benchmark is usually run; others in its unit stand in where there is none. */
function usualScore(results: readonly Result[], benchmark: BenchmarkRecord | undefined): number | null {
  if (benchmark === undefined) return null;
  let best: Result | null = null;
  let bestSteps = Number.POSITIVE_INFINITY;
  for (const result of results) {
    if (result.benchmark !== benchmark.id || result.unit !== benchmark.unit) continue;
    const steps =
      (result.metric === benchmark.metric ? 0 : 8) +
      (result.setting === null ? 0 : 4) +
      (benchmark.shots === null || result.shots === benchmark.shots ? 0 : 2) +
      (result.split === null ? 0 : 1);
    if (steps < bestSteps || (steps === bestSteps && result.id < (best?.id ?? ''))) {
      best = result;
      bestSteps = steps;
    }
  }
  return best?.score ?? null;
}
