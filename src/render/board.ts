/** A board's page: models ranked over the columns of a suite, every number with its proof. */
import { countOf, formatScore, MISSING } from '../core/format.ts';
import { packBoardData } from '../core/packed-board-data.ts';
import { type Proof, packProofs } from '../core/proof.ts';
import type { Board, BoardRow } from '../store/types.ts';
import { auditedOn } from './audited-on.ts';
import { boardChartsLink } from './board-charts.ts';
import { type ColumnView, columnViews } from './board-columns.ts';
import { boardData } from './board-data.ts';
import { boardRule } from './board-rule.ts';
import { type InheritedView, inheritedOn } from './copies.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';
import { externalUrl } from './links.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { proofOf, resultHref, scriptJson, spreadWord } from './proof.ts';
import { rankedBy } from './ranked-by.ts';
import { rankMeaning, rankWord } from './ranks.ts';
import { originMark, whyLoose } from './words.ts';

interface CellView {
  readonly score: string;
  /** The unrounded score where the printed one loses digits, else the empty string. */
  readonly exact: string;
  readonly href: string;
  readonly mark: string;
  readonly words: string;
  readonly best: boolean;
  readonly differs: boolean;
  /** From the lowest to the highest number that is claimed, where they differ. */
  readonly spread: string;
  readonly loose: string;
}

interface BoardRowView {
  readonly rank: string;
  /** The rank by the number alone, where `rank` is a range; else the empty string. */
  readonly rankExact: string;
  readonly rankMeaning: string;
  readonly model: ModelLine;
  readonly average: string;
  readonly averageExact: string;
  readonly averageHref: string;
  readonly averageBest: boolean;
  readonly coverage: string;
  /** Some column of the board has no cell in it. */
  readonly partial: boolean;
  readonly cells: readonly (CellView | null)[];
}

export interface BoardView extends Framed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly counts: string;
  readonly rule: string;
  readonly caption: string;
  readonly home: string;
  readonly hasAverage: boolean;
  readonly sorted: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly BoardRowView[];
  /** How much room the table wants, in four steps: from its number of columns. */
  readonly width: number;
  readonly rescaled: boolean;
  readonly anyLoose: boolean;
  readonly anyDiffers: boolean;
  /** Models that are not ranked because their numbers are another's. */
  readonly inherited: readonly InheritedView[];
  /** Rows that lack a cell, "3 of 12", where there are such rows and others; else the empty string. */
  readonly partial: string;
  /** "3 findings of the audit" about its models on its benchmarks, or the empty string. */
  readonly audited: string;
  readonly audit: string;
  /** The way to its charts, or the empty string. */
  readonly charts: string;
  readonly proofs: string;
  /** JSON of the board's data, for the script element that holds it. */
  readonly data: string;
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

function rowView(
  site: Site,
  here: Here,
  board: Board,
  row: BoardRow,
  proofs: Proof[],
  bestAverage: number | null,
  shared: ReadonlySet<number>,
): BoardRowView {
  const isShared = row.rank !== null && shared.has(row.rank);
  const average = row.average === null ? null : printed(row.average, board.decimals);
  const cells = row.cells.map((cell, place): CellView | null => {
    const result = cell === null ? undefined : site.index.results.get(cell.result);
    const column = board.columns[place];
    if (cell === null || result === undefined || column === undefined) return null;
    const loose = whyLoose(site, result, cell.loose === null ? null : column);
    proofs.push(proofOf(site, here, result, column.decimals, loose));
    const mark = originMark(site.t, result.origin);
    return {
      ...printed(cell.score, column.decimals),
      href: resultHref(site, here, result),
      mark: mark.name,
      words: mark.words,
      best: cell.best && cell.of > 1,
      differs: result.spread > 0,
      spread: spreadWord(site.context.language, result, column.decimals),
      loose: loose ?? '',
    };
  });
  return {
    rank: rankWord(row.rank, isShared, row.band),
    rankExact: row.band === null ? '' : String(row.rank),
    rankMeaning: rankMeaning(site.t, row.rank, isShared, row.band),
    model: modelLine(site, here, row.model),
    average: average?.score ?? MISSING,
    averageExact: average?.exact ?? '',
    averageHref: average === null ? '' : here.to(averageAddress(site, board, row.model)),
    averageBest: row.average !== null && row.average === bestAverage,
    coverage: `${row.coverage} of ${board.columns.length}`,
    partial: row.coverage < board.columns.length,
    cells,
  };
}

/** Steps of the room that a table takes: the style sheet knows from which width of the window on it fits. */
export function tableWidth(columns: number, hasAverage: boolean): number {
  const room = 360 + (hasAverage ? 90 : 0) + columns * 92;
  return room <= 700 ? 1 : room <= 960 ? 2 : room <= 1180 ? 3 : 4;
}

/** The view of a board's page. */
export function boardView(site: Site, here: Here, board: Board): BoardView {
  const columns = columnViews(site, here, board);
  const ranked = rankedBy(board);
  const sorted = ranked === null ? '' : ranked === 'average' ? ranked : (columns[ranked]?.key ?? '');
  const hasAverage = ranked === 'average' || (ranked === null && board.columns.length > 1);
  const averages = board.rows.flatMap((row) => (row.average === null ? [] : [row.average]));
  const lower = board.columns.length > 0 && board.columns.every((column) => !column.higher_is_better);
  const bestAverage =
    averages.length === 0 ? null : averages.reduce((a, b) => ((lower ? b < a : b > a) ? b : a));
  const shared = site.index.ranks.get(board.id)?.shared ?? new Set<number>();
  const proofs: Proof[] = [];
  const rows = board.rows.map((row) => rowView(site, here, board, row, proofs, bestAverage, shared));
  const partial = rows.filter((row) => row.partial).length;
  const suite = board.suite === null ? undefined : site.context.registry.suite(board.suite);
  const benchmarks = new Set(board.columns.map(({ benchmark }) => benchmark)).size;
  const over = countOf(columns.length, benchmarks === columns.length ? 'benchmark' : 'column');
  const counts = `${over} · ${countOf(rows.length, 'model')}`;
  return {
    frame: frame(site, here, board.name, `${board.name}: ${counts}. ${board.description}`),
    id: board.id,
    name: board.name,
    description: board.description,
    counts,
    rule: boardRule(site.t, board),
    caption: `${board.name}: ${countOf(rows.length, 'model')} ranked over ${over}`,
    home: externalUrl(suite?.home) ?? '',
    hasAverage,
    sorted,
    columns,
    rows,
    width: tableWidth(columns.length, hasAverage),
    rescaled: suite?.normalized ?? false,
    anyLoose: rows.some((row) => row.cells.some((cell) => cell !== null && cell.loose !== '')),
    anyDiffers: rows.some((row) => row.cells.some((cell) => cell?.differs)),
    inherited: inheritedOn(site, here, board),
    partial: partial === 0 || partial === rows.length ? '' : countOf(rows.length - partial, 'complete row'),
    audited: auditedOn(site, board),
    audit: here.to('audit/'),
    charts: boardChartsLink(site, here, board),
    proofs: scriptJson(packProofs(proofs)),
    data: scriptJson(packBoardData(boardData(site, here, board, columns, sorted))),
  };
}
