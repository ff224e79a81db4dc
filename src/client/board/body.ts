/** The body of a board whose rows are all in the page: the rows that are left, in their order. */
import { FIRST_STATE } from '../../core/board/board-state.ts';
import type { Board } from './board.ts';
import type { BoardPage } from './page.ts';
import type { BoardRows } from './rows.ts';

/** Shows the rows of the view, now and after each change. */
export function startBody(page: BoardPage, board: Board, rows: BoardRows): void {
  board.watch((view, before) => {
    // The page as it came needs nothing.
    if (before === null && isAsPage(board)) return;
    rows.follow(view);
    const elements = Array.from(view.rows, rows.dressed);
    if (before === null || !sameRows(before.rows, view.rows)) page.body.replaceChildren(...elements);
  });
}

function isAsPage({ state }: Board): boolean {
  const { selected, dense } = FIRST_STATE;
  return JSON.stringify({ ...state, selected, dense }) === JSON.stringify(FIRST_STATE);
}

function sameRows(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((row, place) => row === b[place]);
}
