/** The table of a board: its header and rows, on every page that shows them. */
import { compareNumbers } from '../core/compare.ts';
import { formatScore, MISSING } from '../core/format.ts';
import type { Board, BoardRow } from '../store/types.ts';
import { type ColumnView, columnViews } from './board-columns.ts';
import type { Here, Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { resultHref, spreadWord } from './proof.ts';
import { rankedBy } from './ranked-by.ts';
import { rankMeaning, rankWord } from './ranks.ts';
import { originMark, whyLoose } from './words.ts';

interface CellView {
  readonly score: string;
  readonly href: string;
  readonly mark: string;
  readonly words: string;
  readonly best: boolean;
  readonly differs: boolean;
  /** From the lowest to the highest number that is claimed, where they differ. */
  readonly spread: string;
  /** "± 0.54", or the empty string. */
  readonly stderr: string;
  readonly loose: string;
}

interface BoardRowView {
  readonly rank: string;
  readonly rankMeaning: string;
  readonly model: ModelLine;
  readonly average: string;
  readonly averageHref: string;
  readonly averageBest: boolean;
  /** "4 of 6" where cells are missing, else the empty string. */
  readonly coverage: string;
  /** Some column of the board has no cell in it. */
  readonly partial: boolean;
  readonly cells: readonly (CellView | null)[];
}

interface HeadView extends ColumnView {
  /** The direction that the rows stand in by it, or the empty string. */
  readonly sorted: '' | 'ascending' | 'descending';
  /** The way to the page in this order, the empty string where there is none. */
  readonly sortHref: string;
}

export interface BoardTableView {
  readonly name: string;
  readonly caption: string;
  /** How much room it wants, in four steps: from its number of columns. */
  readonly width: number;
  /** What its rows are sorted by: a key of its columns, "average" or ''. */
  readonly sorted: string;
  readonly average: { readonly under: string; readonly sorted: string; readonly sortHref: string } | null;
  readonly columns: readonly HeadView[];
  /** Headers over the columns, with the number of columns below each; none where all are of one suite. */
  readonly groups: readonly { readonly name: string; readonly span: number }[];
  readonly rows: readonly BoardRowView[];
  /** The way to the scripts with the proofs, "{part}" in the place of the number; '' where there are none. */
  readonly proofs: string;
  /** Rows whose proofs stand in one script. */
  readonly proofRows: number;
}

/** Rows whose proofs stand in one file. */
export const ROWS_OF_PROOFS = 100;

/** What one page shows of a board. */
export interface TablePart {
  readonly rows: readonly BoardRow[];
  /** The key that the rows are sorted by. */
  readonly sorted: string;
  /** The way to the page that is sorted by a key; '' where there is none. */
  readonly sortHref: (key: string) => string;
  readonly proofs: string;
}

/** A number's text, and its exact value where the text loses digits. */
export function printed(score: number, decimals: number): { score: string; exact: string } {
  const text = formatScore(score, decimals);
  return { score: text, exact: Number(text.replace('−', '-')) === score ? '' : String(score) };
}

/** Where a recomputed average is explained: the suite's section on the model's page. */
export function averageAddress(site: Site, board: Board, model: string): string {
  return `${site.context.urls.model(model)}#board-${board.id}`;
}

/** Whether a board shows averages: it has some, or has several columns and nothing else to rank by. */
export function hasAverage(board: Board): boolean {
  const ranked = rankedBy(board);
  return ranked === 'average' || (ranked === null && board.columns.length > 1);
}

/** Steps of the room that a table takes: the style sheet knows from which width of the window on it fits. */
export function tableWidth(columns: number, average: boolean): number {
  const room = 360 + (average ? 90 : 0) + columns * 92;
  return room <= 700 ? 1 : room <= 960 ? 2 : room <= 1180 ? 3 : 4;
}

/** A board's rows by a column, the best first and those without a number last; ties as the board has them. */
export function sortedRows(board: Board, place: number | 'average'): BoardRow[] {
  const isLower = place === 'average' ? lowerAverage(board) : !board.columns[place]?.higher_is_better;
  const value = (row: BoardRow) => (place === 'average' ? row.average : (row.cells[place]?.score ?? null));
  const direction = isLower ? 'ascending' : 'descending';
  return board.rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => compareNumbers(value(a.row), value(b.row), direction) || a.at - b.at)
    .map(({ row }) => row);
}

/** Whether a lower average is the better one: where that is so of every column. */
function lowerAverage(board: Board): boolean {
  return board.columns.length > 0 && board.columns.every((column) => !column.higher_is_better);
}

function bestAverage(board: Board): number | null {
  const isLower = lowerAverage(board);
  let best: number | null = null;
  for (const { average } of board.rows) {
    if (average === null) continue;
    if (best === null || (isLower ? average < best : average > best)) best = average;
  }
  return best;
}

function cellView(site: Site, here: Here, board: Board, row: BoardRow, place: number): CellView | null {
  const cell = row.cells[place] ?? null;
  const column = board.columns[place];
  const result = cell === null ? undefined : site.index.results.get(cell.result);
  if (cell === null || result === undefined || column === undefined) return null;
  const mark = originMark(site.t, result.origin);
  const { score } = site.context.language;
  return {
    score: score(cell.score, column.decimals),
    href: resultHref(site, here, result),
    mark: mark.name,
    words: mark.words,
    best: cell.best && cell.of > 1,
    differs: result.spread > 0,
    spread: spreadWord(site.context.language, result, column.decimals),
    stderr: cell.stderr === null ? '' : `± ${score(cell.stderr, column.decimals)}`,
    loose: whyLoose(site, result, cell.loose === null ? null : column) ?? '',
  };
}

function rowViews(site: Site, here: Here, board: Board, rows: readonly BoardRow[]): BoardRowView[] {
  const shared = site.index.ranks.get(board.id)?.shared ?? new Set<number>();
  const best = bestAverage(board);
  return rows.map((row) => {
    const isShared = row.rank !== null && shared.has(row.rank);
    const isPartial = row.coverage < board.columns.length;
    const of = { count: row.coverage, of: board.columns.length };
    return {
      rank: rankWord(row.rank, isShared, row.band),
      rankMeaning: rankMeaning(site.t, row.rank, isShared, row.band),
      model: modelLine(site, here, row.model),
      average: row.average === null ? MISSING : site.context.language.score(row.average, board.decimals),
      averageHref: row.average === null ? '' : here.to(averageAddress(site, board, row.model)),
      averageBest: row.average !== null && row.average === best,
      coverage: isPartial ? site.t('board.coverage', of) : '',
      partial: isPartial,
      cells: board.columns.map((_, place) => cellView(site, here, board, row, place)),
    };
  });
}

/** Neighbours of one group under one header. */
function groupHeads(columns: readonly ColumnView[]): { name: string; span: number }[] {
  if (columns.every(({ group }) => group === '')) return [];
  const heads: { name: string; span: number }[] = [];
  for (const { group } of columns) {
    const last = heads.at(-1);
    if (last?.name === group) last.span += 1;
    else heads.push({ name: group, span: 1 });
  }
  return heads;
}

/** "6 benchmarks", or "7 columns" where one stands twice. */
export function overWords(site: Site, board: Board): string {
  const benchmarks = new Set(board.columns.map(({ benchmark }) => benchmark)).size;
  const count = board.columns.length;
  return site.t(benchmarks === count ? 'board.benchmarks' : 'board.columns', { count });
}

/** The table as one page shows it. */
export function tableView(site: Site, here: Here, board: Board, part: TablePart): BoardTableView {
  const columns = columnViews(site, here, board);
  const isAveraged = hasAverage(board);
  const models = site.t('board.models', { count: board.rows.length });
  return {
    name: board.name,
    caption: site.t('board.caption', { name: board.name, models, over: overWords(site, board) }),
    width: tableWidth(columns.length, isAveraged),
    sorted: part.sorted,
    average: isAveraged
      ? {
          under: site.t('board.mean'),
          sorted: part.sorted !== 'average' ? '' : lowerAverage(board) ? 'ascending' : 'descending',
          sortHref: part.sortHref('average'),
        }
      : null,
    columns: columns.map((column) => ({
      ...column,
      sorted: part.sorted === column.key ? column.first : '',
      sortHref: part.sortHref(column.key),
    })),
    groups: groupHeads(columns),
    rows: rowViews(site, here, board, part.rows),
    proofs: part.proofs,
    proofRows: ROWS_OF_PROOFS,
  };
}
