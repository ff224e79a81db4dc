/** The order of a table's rows by one column: stable, missing last in both directions. */
import { compareNames, compareNumbers } from '../core/compare.ts';
import type { Direction } from './page-state.ts';

/** A column's values, row by row. */
export type ColumnValues =
  | { readonly kind: 'number'; readonly values: readonly (number | null)[] }
  | { readonly kind: 'text'; readonly values: readonly string[] };

/** Reads a printed number: a true minus sign counts, "2=" is 2, a dash is none. */
export function parsePrinted(text: string): number | null {
  const match = /^\s*([−-]?\d[\d,]*(?:\.\d+)?)/.exec(text);
  return match === null ? null : Number((match[1] as string).replace('−', '-').replaceAll(',', ''));
}

/** The places of the rows in their new order; rows that tie keep the order in which they came. */
export function orderRows(column: ColumnValues, direction: Direction): number[] {
  const places = column.values.map((_, place) => place);
  const sign = direction === 'ascending' ? 1 : -1;
  return places.sort((a, b) => {
    const order =
      column.kind === 'number'
        ? compareNumbers(column.values[a] as number | null, column.values[b] as number | null, direction)
        : sign * compareNames(column.values[a] as string, column.values[b] as string);
    return order || a - b;
  });
}
