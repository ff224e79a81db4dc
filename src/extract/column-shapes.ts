/** Tells what headers and cells of a column look like: words, whole numbers, differences, a report by class. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import type { CellReading } from './cell-value.ts';
import type { Column } from './columns.ts';
import type { Grid } from './grid.ts';

/** True for labels in words that are all different. */
export function areWords(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length > 1 &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => /\p{L}{3,}/u.test(cell) && !/^\[?(?:link|https?:)/i.test(cell))
  );
}

/** True for a cell without a number, or with whole ones alone. */
export const isWhole = (reading: CellReading): boolean =>
  reading.kind !== 'values' ||
  reading.values.every(({ value, percent }) => Number.isInteger(value) && !percent);

/** True where precision is among the headers. */
export const hasPrecision = (headers: Grid['header'], registry: Registry): boolean =>
  headers.some(({ text }) => registry.findMetric(text)?.entry.id === 'precision');

/** "Pro - Anti" between "Pro" and "Anti", perhaps each below the same words. */
export function isDifference(text: string, headers: Grid['header']): boolean {
  const [, left, right] = /^(.{1,80}?\S) [-–−] (\S.{0,80})$/.exec(text) ?? [];
  if (left === undefined || right === undefined) return false;
  const others = headers.map((header) => tidy(header.text));
  return others.includes(tidy(left)) && others.includes(tidy(right));
}

/** Precision and recall side by side, or one above the other, stand beside the classes of one data set. */
export function isReport(labelled: readonly Pick<Column, 'label'>[]): boolean {
  const metrics = new Set(labelled.map(({ label }) => label.metricEntry?.entry.id));
  return metrics.has('precision') && metrics.has('recall');
}

/** True where a cell stands among the headers as well. */
export function headsToo(cells: readonly string[], headers: Grid['header']): boolean {
  const labels = new Set(cells);
  return headers.some(({ text }) => text !== '' && labels.has(text));
}

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['p', 'Precision'],
  ['r', 'Recall'],
  ['f', 'F1'],
]);

/** The grid with "P | R | F1" spelled out where all three stand side by side. */
export function withLettersSpelled(grid: Grid): Grid {
  const keys = grid.header.map(({ text }) => tidy(text).toLowerCase());
  const areLetters =
    keys.includes('p') && keys.includes('r') && keys.some((key) => /^f1?(?:[- ]?score)?$/.test(key));
  return areLetters
    ? {
        ...grid,
        header: grid.header.map((cell, at) => ({
          ...cell,
          text: LETTERS.get(keys[at] as string) ?? cell.text,
        })),
      }
    : grid;
}
