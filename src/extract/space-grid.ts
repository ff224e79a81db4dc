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

const nothing = (line: number): Cell => ({ text: '', raw: '', line, column: 1, cell: null, bold: false });

/**
 * Printed frames set the names of their columns on one line, indented, and those of their index on the next:
 * together they are the header. Null where the two lines are no such pair.
 */
function framesHeader(columns: Line | null, index: Line): Cell[] | null {
  if (!columns || !/^\s{3}/.test(columns.text) || /^\s/.test(index.text)) return null;
  const last = index.cells[index.cells.length - 1] as Cell;
  const first = columns.cells[0] as Cell;
  return first.column > last.column + last.raw.length ? [...index.cells, ...columns.cells] : null;
}

interface Line {
  readonly text: string;
  readonly cells: Cell[];
}

const endOf = (cell: Cell): number => cell.column + cell.raw.length;

/**
 * A row that lacks cells ("accuracy      0.93   812" under four columns) under a header of which every row so far has one
 * more: its numbers belong to the columns that end where they end, as prints set them to the right. Null where they
 * stand elsewhere.
 */
function alignedRow(cells: readonly Cell[], header: readonly Cell[], row: readonly Cell[]): Cell[] | null {
  const [label, ...numbers] = cells;
  if (!label || numbers.length === 0 || row.length !== header.length + 1 || isNumber(label)) return null;
  const places = new Map(header.map((cell, index) => [endOf(cell), index]));
  const line = label.line;
  const aligned: Cell[] = [label, ...header.map(() => nothing(line))];
  for (const number of numbers) {
    const place = places.get(endOf(number));
    if (place === undefined || !isNumber(number)) return null;
    aligned[place + 1] = number;
  }
  return aligned;
}

/**
 * Runs of lines whose number of cells agrees with a header without numbers. A row may have one cell more than the header:
 * then its first is the index, which printed frames leave unnamed.
 */
export function gridsOfSpaces(lines: readonly string[], firstLine: number): Grid[] {
  const grids: Grid[] = [];
  let header: Cell[] | null = null;
  let rows: Cell[][] = [];
  let above: Line | null = null;
  const flush = () => {
    if (header && rows.length > 0 && rows.some((row) => row.slice(1).some(isNumber))) {
      const width = header.length;
      const indexed = rows.filter((row) => row.length === width + 1);
      const line = header[0]?.line ?? firstLine;
      // A row that lacks a cell, where two have grown together, says no more which number is which.
      const kept = indexed.length * 2 > rows.length ? indexed : rows.filter((row) => row.length === width);
      const named = kept === indexed ? [nothing(line), ...header] : header;
      grids.push({ kind: 'code', group: `code@${line}`, line, header: named, rows: kept });
    }
    header = null;
    rows = [];
  };
  /** True where a blank line stood since the last row. */
  let parted = false;
  lines.forEach((line, index) => {
    if (line.trim() === '') {
      parted = rows.length > 0;
      return;
    }
    if (line.length > 500 || line.includes('|') || FOOT.test(line)) {
      flush();
      parted = false;
      return;
    }
    if (RULE.test(line) || TITLED_RULE.test(line)) return;
    const cells = cellsOf(line, firstLine + index);
    const numbers = cells.slice(1).filter(isNumber).length;
    const short = header && rows[0] && numbers > 0 ? alignedRow(cells, header, rows[0]) : null;
    // Below a blank line stands what sums the rows up, under the same columns, or something new.
    if (parted && !short) flush();
    parted = false;
    if (short) {
      above = null;
      rows.push(short);
      return;
    }
    const previous = above;
    above = numbers === 0 ? { text: line, cells } : null;
    if (numbers === 0 && rows.length === 0) {
      header = framesHeader(previous, { text: line, cells }) ?? (cells.length >= 2 ? cells : null);
    } else if (header && (cells.length === header.length || cells.length === header.length + 1))
      rows.push(cells);
    else {
      flush();
      if (cells.length >= 2 && numbers === 0) header = cells;
    }
  });
  flush();
  return grids;
}

/**
 * Tables whose cells are apart by commas, as a file of comma-separated values is pasted: at least two lines with the
 * same number of commas, three at least where the fence does not say what it holds.
 */
export function gridsOfCommas(lines: readonly string[], firstLine: number, declared: boolean): Grid[] {
  const rows = lines.flatMap((line, index) => {
    if (line.trim() === '' || line.length > 2000) return [];
    return [commaCells(line, firstLine + index)];
  });
  const [header, ...others] = rows;
  if (!header || header.length < (declared ? 2 : 4) || others.length < (declared ? 1 : 2)) return [];
  if (header.some(isNumber) || others.some((row) => row.length !== header.length)) return [];
  return [{ kind: 'code', group: `code@${firstLine}`, line: firstLine, header, rows: others }];
}

function commaCells(line: string, number: number): Cell[] {
  return [...line.matchAll(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)(?=,|$)/g)].map((match) => {
    const raw = match[0].trim();
    const text = tidy(raw.replace(/^"|"$/g, '').replaceAll('""', '"'));
    return { text, raw, line: number, column: match.index + 1, cell: null, bold: false };
  });
}
