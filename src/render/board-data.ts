/** What a board's page holds for the browser: the same columns and rows as its table. */
import type { BoardData, BoardDataColumn, BoardDataScores } from '../core/board-data.ts';
import type { Origin } from '../core/result.ts';
import type { Benchmark } from '../registry/types.ts';
import type { Board, BoardColumn } from '../store/types.ts';
import type { ColumnView } from './board-columns.ts';
import type { Here, Site } from './frame.ts';
import { makeWords, modelsData } from './model-data.ts';
import { claimedRange } from './proof.ts';
import { whyLoose } from './words.ts';

const LETTERS: Readonly<Record<Origin, string>> = {
  leaderboard: 'l',
  'self-reported': 's',
  'third-party': 't',
};

const ACCURACIES = new Set(['acc', 'acc_norm']);

/** What guessing scores, and the best there can be, where they are known for this metric. */
function limitsOf(
  column: BoardColumn,
  benchmark: Pick<Benchmark, 'metric' | 'random_baseline' | 'range' | 'higher_is_better'> | undefined,
): { baseline: number | null; ceiling: number | null } {
  const isSame =
    benchmark !== undefined &&
    (benchmark.metric === column.metric ||
      (ACCURACIES.has(benchmark.metric) && ACCURACIES.has(column.metric)));
  if (!isSame) return { baseline: null, ceiling: null };
  const [low, high] = benchmark.range;
  return { baseline: benchmark.random_baseline, ceiling: column.higher_is_better ? high : low };
}

function columnData(site: Site, column: BoardColumn, view: ColumnView): BoardDataColumn {
  const benchmark = site.context.registry.benchmark(column.benchmark);
  return {
    key: view.key,
    name: view.name,
    whole: view.whole,
    under: view.under,
    href: view.href,
    group: view.group,
    unit: benchmark?.unit ?? site.index.benchmarks.get(column.benchmark)?.unit ?? 'percent',
    decimals: column.decimals,
    lowerIsBetter: !column.higher_is_better,
    kind: 'score',
    ...limitsOf(column, benchmark),
  };
}

function scoresData(site: Site, board: Board, place: number): BoardDataScores {
  const column = board.columns[place];
  const cells = board.rows.map((row) => row.cells[place] ?? null);
  const results = cells.map((cell) => (cell === null ? undefined : site.index.results.get(cell.result)));
  const shown = cells.map((cell, row) => (results[row] === undefined ? null : cell));
  return {
    score: shown.map((cell) => cell?.score ?? null),
    stderr: shown.map((cell) => cell?.stderr ?? null),
    origin: results.map((result) => (result === undefined ? ' ' : LETTERS[result.origin])).join(''),
    claimed: results.map((result) =>
      result !== undefined && result.spread > 0 ? claimedRange(result) : null,
    ),
    loose: results.map(
      (result, row) =>
        result !== undefined &&
        whyLoose(site, result, cells[row]?.loose == null ? null : (column ?? null)) !== null,
    ),
  };
}

/** The data of a board, rows and columns in the page's order. `ranked` is the key of what it is ranked by, or ''. */
export function boardData(
  site: Site,
  here: Here,
  board: Board,
  columns: readonly ColumnView[],
  ranked: string,
): BoardData {
  const words = makeWords();
  const models = modelsData(
    site,
    here,
    board.rows.map(({ model }) => model),
    words,
  );
  return {
    id: board.id,
    name: board.name,
    columns: board.columns.map((column, place) => columnData(site, column, columns[place] as ColumnView)),
    average: { ...board.average, decimals: board.decimals },
    ranked,
    words: words.all,
    models,
    scores: board.columns.map((_, place) => scoresData(site, board, place)),
    rank: board.rows.map(({ rank }) => rank),
    averages: board.rows.map(({ average }) => average),
  };
}
