/** A table of any origin as rows of cells with places: what all table readings work on. */
import type { SourceKind } from '../core/claim.ts';

/** Columns beyond this are not read: every row is looked at in each of them. */
export const MOST_COLUMNS = 500;

export interface Cell {
  /** Plain text, markup off. */
  readonly text: string;
  /** The cell's content exactly as in the file. */
  readonly raw: string;
  /** 1-based place of `raw` in the file. */
  readonly line: number;
  readonly column: number;
  /** 0-based in its pipe-table row, else null. */
  readonly cell: number | null;
  readonly bold: boolean;
}

export interface Grid {
  readonly kind: SourceKind;
  /** Names the table among the card's groups: "table@133". */
  readonly group: string;
  /** 1-based line of its header. */
  readonly line: number;
  /** A title of its own: a first row over the whole width, or a `<caption>`. */
  readonly caption?: { readonly text: string; readonly line: number };
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A drawn rule inside the body: cells of dashes only. */
export function isRule(row: readonly Cell[]): boolean {
  return (
    row.length > 0 &&
    row.every((cell) => /^[\s:=–—-]*$/.test(cell.raw)) &&
    row.some((cell) => /-{3,}|={3,}/.test(cell.raw))
  );
}

export function emptyCell(line: number, column: number, cell: number | null): Cell {
  return { text: '', raw: '', line, column, cell, bold: false };
}

/** A first row of one text alone, above a row of words, is the table's title and not its header. */
export function withCaption(grid: Grid): Grid {
  const [first, ...rows] = grid.rows;
  const titles = grid.header.filter((cell) => cell.text !== '');
  const words = first?.filter((cell) => cell.text !== '') ?? [];
  if (grid.caption || titles.length !== 1 || grid.header.length < 3 || !first || rows.length === 0)
    return grid;
  if (
    words.length < first.length - 1 ||
    words.length < 3 ||
    words.some((cell) => /^[\d.,%±\s-]+$/.test(cell.text))
  )
    return grid;
  const { text, line } = titles[0] as Cell;
  return { ...grid, caption: { text, line }, header: first, rows };
}
