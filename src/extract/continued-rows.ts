/** Rows with pipes below a blank line go on with the table above, whose header they lack. */
import { readCell } from './cell-value.ts';
import type { Cell, Grid } from './grid.ts';

/** The grid under the header of the table right above it, where it is as wide and starts with numbers; else as it is. */
export function continueTable(above: Grid | null, grid: Grid): Grid {
  const last = above?.rows[above.rows.length - 1]?.[0]?.line;
  if (!above || last === undefined || grid.line - last < 1 || grid.line - last > 2) return grid;
  const numbers = (row: readonly Cell[]) => row.map((cell) => readCell(cell.text).kind === 'values');
  const expected = numbers(above.rows[0] ?? []);
  const found = numbers(grid.header);
  const alike =
    found.length === above.header.length && found.some((is, index) => is && expected[index]) && !found[0];
  return alike ? { ...grid, header: above.header, rows: [grid.header, ...grid.rows] } : grid;
}
