/** The list of all boards, each with its leaders. */
import { MISSING } from '../core/format.ts';
import type { Board } from '../store/types.ts';
import { averageAddress, overWords } from './board-table.ts';
import { benchmarkLink, type Framed, frame, type Here, type Site } from './frame.ts';
import { type ModelLine, modelLine } from './model-facts.ts';
import { OVERALL_ADDRESS, overallRank } from './overall.ts';
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
  /** The text of the link to all of it. */
  readonly more: string;
}

export interface BoardsView extends Framed {
  readonly counts: string;
  /** What ranks all of them together, or null. */
  readonly overall: BoardLine | null;
  readonly boards: readonly BoardLine[];
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
      return {
        ...base,
        score: site.context.language.score(cell.score, decimals),
        href: resultHref(site, here, result),
      };
    }
    const href = row.average === null ? '' : here.to(averageAddress(site, board, row.model));
    return {
      ...base,
      score: row.average === null ? MISSING : site.context.language.score(row.average, board.decimals),
      href,
    };
  });
}

/** "and 12 more", or "the whole board" where nobody leads or nobody else is on it. */
function moreWords(site: Site, more: number, shown: number): string {
  return more > 0 && shown > 0 ? site.t('board.list.more', { count: more }) : site.t('board.list.whole');
}

/** The ranking across benchmarks with its leaders, as boards have them; null where nobody is ranked. */
function overallLine(site: Site, here: Here): BoardLine | null {
  const { rows, contests } = site.data.overall;
  if (rows.length === 0) return null;
  const shown = rows.slice(0, LEADERS);
  return {
    name: site.t('board.overall.title'),
    href: here.to(OVERALL_ADDRESS),
    description: '',
    counts: [
      site.t('board.benchmarks', { count: contests }),
      site.t('board.models', { count: rows.length }),
    ].join(' · '),
    measure: site.t('board.overall.score'),
    leaders: shown.map((row) => ({
      rank: overallRank(row),
      model: modelLine(site, here, row.model),
      score: site.context.language.score(row.score, 1),
      href: '',
    })),
    more: moreWords(site, rows.length - shown.length, shown.length),
  };
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
    counts: [overWords(site, board), site.t('board.models', { count: board.rows.length })].join(' · '),
    measure:
      column === undefined ? site.t('board.average') : benchmarkLink(site, here, column.benchmark).name,
    leaders: shown,
    more: moreWords(site, board.rows.length - shown.length, shown.length),
  };
}

/** The view of the list of boards. */
export function boardsView(site: Site, here: Here): BoardsView {
  const counts = site.t('board.list.boards', { count: site.data.boards.length });
  return {
    frame: frame(
      site,
      here,
      site.t('board.list.title'),
      site.t('board.list.description', { boards: counts }),
    ),
    counts,
    overall: overallLine(site, here),
    boards: site.data.boards.map((board) => boardLine(site, here, board)),
  };
}
