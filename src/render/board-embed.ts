/** A board's bare page, to be shown in a frame of another site: a title, the table, the legend, the way to the board. */
import type { Board } from '../store/types.ts';
import { type BoardTableView, tableView } from './board-table.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';

/** Rows that a reader without JavaScript sees; a browser loads the rest. */
const ROWS_IN_EMBED = 20;

export interface EmbedView extends Framed {
  readonly name: string;
  readonly board: string;
  readonly counts: string;
  readonly table: BoardTableView;
  /** "The first 20 of 290 models", or the empty string where all are there. */
  readonly first: string;
  readonly dataFile: string;
}

/**
 * The view of the bare page. Its addresses are those of the board's own page, `here`, which its `base` element leads
 * to: so it shares the board's data.
 */
export function embedView(site: Site, here: Here, board: Board, ranked: string, dataFile: string): EmbedView {
  const folder = site.context.urls.board(board.id);
  const rows = board.rows.slice(0, ROWS_IN_EMBED);
  const models = site.t('board.models', { count: board.rows.length });
  return {
    frame: frame(site, here, board.name, `${board.name}: ${models}.`, {
      canonical: folder,
      indexed: false,
      base: true,
    }),
    name: board.name,
    board: here.to(folder),
    counts: models,
    table: tableView(site, here, board, { rows, sorted: ranked, sortHref: () => '', proofs: '' }),
    first:
      rows.length === board.rows.length ? '' : site.t('board.embed.first', { count: rows.length, models }),
    dataFile,
  };
}
