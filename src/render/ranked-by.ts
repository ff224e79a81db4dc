/** What decides the order of a board. */
import type { Board } from '../store/types.ts';

/**
 * What a board is ranked by: its average, or the place of the first column that anybody reports; null where nothing
 * is ranked.
 */
export function rankedBy(board: Board): 'average' | number | null {
  if (board.columns.length > 1 && board.rows.some((row) => row.average !== null)) return 'average';
  if (board.rows.every((row) => row.rank === null)) return null;
  const first = board.columns.findIndex((_, place) => board.rows.some((row) => row.cells[place]));
  return first < 0 ? null : first;
}
