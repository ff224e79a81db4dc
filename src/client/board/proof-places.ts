/** Where the proof of each score stands: the part of the board's proofs, and the place in it, as "part:place". */
import type { BoardIndex } from '../../core/board/board-index.ts';
import type { BoardPage } from './page.ts';

/** Counts as core/board-data.ts says: one proof for each score of the rows, row by row, in the order of the columns. */
export function proofPlaces(page: BoardPage, index: BoardIndex): (row: number, column: number) => string {
  const inPart = Number(page.table.dataset.proofsRows ?? index.size) || 1;
  let before: Uint32Array | undefined;
  const has = (row: number, column: number) => {
    const { kind, scores } = index.columns[column] ?? {};
    return kind === 'score' && !Number.isNaN(scores?.[row] as number);
  };
  return (row, column) => {
    if (before === undefined) {
      before = new Uint32Array(index.size);
      let count = 0;
      for (let at = 0; at < index.size; at++) {
        if (at % inPart === 0) count = 0;
        before[at] = count;
        for (let place = 0; place < index.columns.length; place++) if (has(at, place)) count++;
      }
    }
    let place = before[row] ?? 0;
    for (let at = 0; at < column; at++) if (has(row, at)) place++;
    return `${Math.floor(row / inPart)}:${place}`;
  };
}
