/** Benchmarks, boards and the lists of the JSON API, and its index. */
import { API_FOLDER, API_VERSION, apiAddress } from '../core/api.ts';
import type {
  ApiBenchmark,
  ApiBenchmarkSummary,
  ApiBoard,
  ApiBoardCell,
  ApiBoardSummary,
  ApiChanges,
  ApiIndex,
} from '../core/api-lists.ts';
import type { Changes } from '../core/changes.ts';
import type { Result } from '../core/result.ts';
import type { BenchmarkRecord, Board, BoardCell } from '../store/types.ts';
import { apiResultSummary } from './api-results.ts';
import { API_SCHEMAS, schemaAddress } from './api-schema.ts';
import { benchmarkLink, pageAt, type Site } from './frame.ts';

/** A benchmark as lists have it. */
export function apiBenchmarkSummary(site: Site, benchmark: BenchmarkRecord): ApiBenchmarkSummary {
  const url = site.context.urls.benchmark(benchmark.id);
  return {
    id: benchmark.id,
    name: benchmark.name,
    url,
    api: apiAddress(url),
    listed: benchmark.listed,
    category: benchmark.category,
    metric: benchmark.metric,
    unit: benchmark.unit,
    higher_is_better: benchmark.higher_is_better,
    result_count: benchmark.results,
  };
}

/** Results that compare with each other stand together, in their ranks' order; those without a rank come last. */
function rankedResults(site: Site, results: readonly Result[]): Result[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const key = JSON.stringify([result.metric, result.shots, result.setting, result.split]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  }
  const rank = (result: Result) => site.index.standings.get(result.id)?.rank ?? results.length + 1;
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => rank(a) - rank(b)));
}

/** A benchmark with all its results. */
export function apiBenchmark(site: Site, benchmark: BenchmarkRecord): ApiBenchmark {
  const results = site.index.resultsOfBenchmark.get(benchmark.id) ?? [];
  return {
    api_version: API_VERSION,
    ...apiBenchmarkSummary(site, benchmark),
    description: benchmark.description,
    note: benchmark.note,
    range: benchmark.range,
    random_baseline: benchmark.random_baseline,
    baseline_source: benchmark.baseline_source,
    shots: benchmark.shots,
    dataset: benchmark.dataset,
    home: benchmark.home,
    harness_task: benchmark.harness_task,
    suites: benchmark.suites,
    boards: (site.index.boardsOfBenchmark.get(benchmark.id) ?? []).map((board) => board.id),
    results: rankedResults(site, results).map((result) => apiResultSummary(site, result)),
  };
}

/** A board as lists have it. */
export function apiBoardSummary(site: Site, board: Board): ApiBoardSummary {
  const url = site.context.urls.board(board.id);
  return {
    id: board.id,
    name: board.name,
    description: board.description,
    url,
    api: apiAddress(url),
    suite: board.suite,
    models: board.rows.length,
  };
}

function apiCell(site: Site, cell: BoardCell | null): ApiBoardCell | null {
  const result = cell === null ? undefined : site.index.results.get(cell.result);
  if (cell === null || result === undefined) return null;
  return {
    result: cell.result,
    score: cell.score,
    stderr: cell.stderr,
    rank: cell.rank,
    of: cell.of,
    origin: result.origin,
    spread: result.spread,
    exact: cell.loose === null,
  };
}

/** A board as its page shows it. */
export function apiBoard(site: Site, board: Board): ApiBoard {
  const here = pageAt('');
  return {
    api_version: API_VERSION,
    ...apiBoardSummary(site, board),
    average: {
      rule: board.average.rule,
      requires: board.average.requires,
      decimals: board.decimals,
    },
    columns: board.columns.map((column) => ({
      benchmark: column.benchmark,
      name: benchmarkLink(site, here, column.benchmark).name,
      metric: column.metric,
      shots: column.shots,
      setting: column.setting,
      decimals: column.decimals,
      higher_is_better: column.higher_is_better,
    })),
    rows: board.rows.map((row) => ({
      model: row.model,
      rank: row.rank,
      band: row.band,
      average: row.average,
      coverage: row.coverage,
      cells: row.cells.map((cell) => apiCell(site, cell)),
    })),
  };
}

/** What changed since earlier builds. */
export function apiChanges({ counts, changes }: Changes): ApiChanges {
  return {
    api_version: API_VERSION,
    counts,
    // Field by field: those of an earlier site come in another order.
    changes: changes.map((change) => ({
      kind: change.kind,
      id: change.id,
      model: change.model,
      benchmark: change.benchmark,
      metric: change.metric,
      shots: change.shots,
      setting: change.setting,
      split: change.split,
      score: change.score,
      unit: change.unit,
      decimals: change.decimals,
      before: change.before,
      day: change.day,
    })),
  };
}

/** What there is. `address` is the published site's, without a slash at its end, or null. */
export function apiIndex(site: Site, address: string | null): ApiIndex {
  const { config, version, downloads } = site.context;
  const { data } = site;
  const list = (name: string) => `${API_FOLDER}${name}.json`;
  return {
    api_version: API_VERSION,
    title: config.title,
    description: config.description,
    site: address === null ? null : `${address}/`,
    generator: `Cardboard ${version}`,
    counts: {
      cards: data.cards.length,
      models: data.models.length,
      benchmarks: data.benchmarks.length,
      boards: data.boards.length,
      results: data.results.length,
    },
    lists: {
      boards: list('boards'),
      benchmarks: list('benchmarks'),
      models: list('models'),
      ...(site.context.changes ? { changes: list('changes') } : {}),
    },
    schemas: Object.fromEntries(Object.keys(API_SCHEMAS).map((kind) => [kind, schemaAddress(kind)])),
    data: (downloads ?? []).map(({ path }) => path),
  };
}
