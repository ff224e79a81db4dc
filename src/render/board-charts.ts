/** A board's page of charts: apart from the board, so that its table comes quickly. */
import type { Board } from '../store/types.ts';
import { boardCharts, hasBoardCharts } from './charts/board-charts.ts';
import type { Chart } from './charts/chart.ts';
import { type Framed, frame, type Here, type Site } from './frame.ts';

export interface BoardChartsView extends Framed {
  readonly name: string;
  readonly board: string;
  readonly charts: readonly Chart[];
}

/** Where a board's charts stand. */
export function boardChartsAddress(site: Site, board: Board): string {
  return `${site.context.urls.board(board.id)}charts/`;
}

/** The way from a board to its charts; the empty string where it has none. */
export function boardChartsLink(site: Site, here: Here, board: Board): string {
  return hasBoardCharts(site, board) ? here.to(boardChartsAddress(site, board)) : '';
}

/** The view of a board's page of charts: for boards that have some (`hasBoardCharts`). */
export function boardChartsView(site: Site, here: Here, board: Board): BoardChartsView {
  const charts = boardCharts(site, here, board);
  const { t } = site;
  return {
    frame: frame(
      site,
      here,
      t('charts.board.title', { board: board.name }),
      t('charts.board.description', {
        board: board.name,
        charts: charts.map(({ title }) => title).join('; '),
      }),
    ),
    name: t('charts.board.title', { board: board.name }),
    board: here.to(site.context.urls.board(board.id)),
    charts,
  };
}
