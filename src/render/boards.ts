/** The list of all boards, each with its leaders. */
import { countOf, formatScore, MISSING } from '../core/format.ts';
import type { Board } from '../store/types.ts';
import { averageAddress } from './board-table.ts';
import { benchmarkLink, type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { OVERALL_ADDRESS } from './overall.ts';
import { resultHref } from './proof.ts';
import { rankedBy } from './ranked-by.ts';
import { rankWord } from './ranks.ts';

const LEADERS = 3;

interface LeaderView {
  readonly rank: string;
  readonly model: ModelLine;
  readonly score: string;
  readonly href: string;
}

export interface BoardLine {
  readonly name: string;
  readonly href: string;
  readonly description: string;
  readonly counts: string;
  /** What the leaders' numbers are: "average" or a column's name. */
  readonly measure: string;
  readonly leaders: readonly LeaderView[];
  /** How many more models the board has. */
  readonly more: number;
}

export interface BoardsView extends Framed {
  readonly counts: string;
  readonly boards: readonly BoardLine[];
  /** The way to the overall page, where anything is ranked there. */
  readonly overall: string;
}

function leaders(site: Site, here: Here, board: Board): LeaderView[] {
  const shared = site.index.ranks.get(board.id)?.shared ?? new Set<number>();
  const by = rankedBy(board);
  const first = board.rows.filter((row) => row.rank !== null).slice(0, LEADERS);
  return first.map((row): LeaderView => {
    const cell = typeof by === 'number' ? (row.cells[by] ?? null) : null;
    const result = cell === null ? undefined : site.index.results.get(cell.result);
    const base = {
      rank: rankWord(row.rank, row.rank !== null && shared.has(row.rank), row.band),
      model: modelLine(site, here, row.model),
    };
    if (cell !== null && result !== undefined) {
      const decimals = board.columns[by as number]?.decimals ?? result.decimals;
      return { ...base, score: formatScore(cell.score, decimals), href: resultHref(site, here, result) };
    }
    const href = row.average === null ? '' : here.to(averageAddress(site, board, row.model));
    return {
      ...base,
      score: row.average === null ? MISSING : formatScore(row.average, board.decimals),
      href,
    };
  });
}

/** A board with its leaders, for lists of boards. */
export function boardLine(site: Site, here: Here, board: Board): BoardLine {
  const by = rankedBy(board);
  const column = typeof by === 'number' ? board.columns[by] : undefined;
  const shown = leaders(site, here, board);
  return {
    name: board.name,
    href: here.to(site.context.urls.board(board.id)),
    description: board.description,
    counts: `${countOf(board.columns.length, 'column')} · ${countOf(board.rows.length, 'model')}`,
    measure: column === undefined ? 'Average' : benchmarkLink(site, here, column.benchmark).name,
    leaders: shown,
    more: board.rows.length - shown.length,
  };
}

/** The view of the list of boards. */
export function boardsView(site: Site, here: Here): BoardsView {
  const counts = countOf(site.data.boards.length, 'board');
  return {
    frame: frame(
      site,
      here,
      'Boards',
      `${counts} made from model cards, ranked, every number with its proof.`,
    ),
    counts,
    overall: site.data.overall.rows.length === 0 ? '' : here.to(OVERALL_ADDRESS),
    boards: site.data.boards.map((board) => boardLine(site, here, board)),
  };
}
