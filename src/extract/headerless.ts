/** Gives grids a header that have none: their first row holds results already. */
import { readCell } from './cell-value.ts';
import type { Grid } from './grid.ts';

/** The harness' columns, for its tables that lost their header. */
const HARNESS_HEADER = ['Task', 'Version', 'Metric', 'Value', '', 'Stderr'];

/** A first row of scores is no header. A harness table is known by its ± all the same; others stay without labels. */
export function withHeader(grid: Grid): Grid {
  // A pair alone ("Exact Match | 55.12") is a row, though Markdown makes a header of it.
  if (
    grid.rows.length === 0 &&
    grid.header.length === 2 &&
    readCell(grid.header[1]?.text ?? '').kind === 'values'
  )
    return {
      ...grid,
      header: grid.header.map((cell) => ({ ...cell, text: '', raw: '' })),
      rows: [grid.header],
    };
  const scores = grid.header.filter(
    (cell, index) => /^-?\d*\.\d+$/.test(cell.text) && /^-?\d*\.\d+$/.test(grid.rows[0]?.[index]?.text ?? ''),
  );
  if (scores.length === 0) return grid;
  const harness =
    grid.header.length === HARNESS_HEADER.length && /^(?:±|\+-|\+\/-|_)$/.test(grid.header[4]?.text ?? '');
  const header = grid.header.map((cell, index) => ({
    ...cell,
    text: harness ? (HARNESS_HEADER[index] as string) : '',
    raw: '',
  }));
  return { ...grid, header, rows: [grid.header, ...grid.rows] };
}
