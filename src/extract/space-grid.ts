/** Reads tables printed with spaces (data frames, OpenCompass, plain columns) as grids. */
import { tidy } from '../core/fold.ts';
import { readCell } from './cell-value.ts';
import type { Cell, Grid } from './grid.ts';

const RULE = /^[\s\-=_+|.·─━]*$/;
/** A titled rule between rows: "--------- Exam ---------". */
const TITLED_RULE = /^\s*[-=#*]{3,}\s*[^-=#*\s].*[-=#*]{3,}\s*$/;
const FOOT = /^\s*(?:\[\d+ rows? x \d+ columns?\]|Name: .*dtype: \w+|dtype: \w+)\s*$/;

/** Cells are apart by two spaces or a tab; their places count in the file. */
function cellsOf(line: string, number: number): Cell[] {
  const cells: Cell[] = [];
  for (const match of line.matchAll(/\S+(?: \S+)*/g)) {
    const raw = match[0];
    cells.push({
      text: tidy(raw.replace(/\*\*|`/g, '')),
      raw,
      line: number,
      column: match.index + 1,
      cell: null,
      bold: false,
    });
  }
  return cells;
}

function isNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && readCell(cell.text).kind === 'values';
}

/**
 * Runs of lines whose number of cells agrees with a header without numbers. A row may have one cell more than the header:
 * then its first is the index, which printed frames leave unnamed.
 */
export function gridsOfSpaces(lines: readonly string[], firstLine: number): Grid[] {
  const grids: Grid[] = [];
  let header: Cell[] | null = null;
  let rows: Cell[][] = [];
  const flush = () => {
    if (header && rows.length > 0 && rows.some((row) => row.slice(1).some(isNumber))) {
      const width = header.length;
      const indexed = rows.every((row) => row.length === width + 1);
      const line = header[0]?.line ?? firstLine;
      const named = indexed
        ? [{ text: '', raw: '', line, column: 1, cell: null, bold: false }, ...header]
        : header;
      grids.push({ kind: 'code', group: `code@${line}`, line, header: named, rows });
    }
    header = null;
    rows = [];
  };
  lines.forEach((line, index) => {
    if (line.length > 500 || line.includes('|') || line.trim() === '' || FOOT.test(line)) {
      if (line.trim() !== '' || rows.length > 0) flush();
      return;
    }
    if (RULE.test(line) || TITLED_RULE.test(line)) return;
    const cells = cellsOf(line, firstLine + index);
    const numbers = cells.slice(1).filter(isNumber).length;
    if (header && rows.length === 0 && numbers === 0) header = cells.length >= 2 ? cells : null;
    else if (header && (cells.length === header.length || cells.length === header.length + 1))
      rows.push(cells);
    else {
      flush();
      if (cells.length >= 2 && numbers === 0) header = cells;
    }
  });
  flush();
  return grids;
}
