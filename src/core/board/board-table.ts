/** A board's rows and columns as they are shown, as a table to be taken away. */
import { formatParameters } from '../format.ts';
import type { TableCell, TableColumn, TakenTable } from './board-export.ts';
import { type BoardIndex, type FactKey, factText } from './board-index.ts';
import type { ShownColumn } from './board-layout.ts';
import type { BoardView } from './board-view.ts';

/** Digits of data, behind which nothing but the noise of a mean is left. */
const DATA_DIGITS = 6;

export interface TableNames {
  readonly rank: string;
  readonly model: string;
  readonly average: string;
  readonly facts: Readonly<Record<FactKey, string>>;
}

/** Digits behind the point that a column's numbers are shown with. */
export function shownDigits(index: BoardIndex, view: BoardView, column: ShownColumn): number {
  const { mode, digits } = view.state;
  if (mode === 'rank') return column.kind === 'average' ? (digits ?? 1) : 0;
  if (column.kind === 'average') return digits ?? index.data.average.decimals;
  if (column.kind !== 'score') return 0;
  return column.column.kind === 'score' ? (digits ?? column.column.decimals) : 0;
}

/** The number of a column in a row, as it is shown; NaN where there is none. */
export function shownValue(view: BoardView, column: ShownColumn, row: number): number {
  if (column.kind === 'average') return view.averages.values[row] as number;
  return column.kind === 'score' ? (view.values(column.key)[row] as number) : Number.NaN;
}

function number(value: number, digits: number): TableCell {
  if (Number.isNaN(value)) return { text: '', value: null };
  return { text: value.toFixed(digits), value: Number(value.toFixed(DATA_DIGITS)) };
}

const text = (value: string): TableCell => ({ text: value, value: value === '' ? null : value });

/** The rank of a row as it stands; 0 where it has none. */
export function shownRank(index: BoardIndex, view: BoardView, row: number): number {
  return view.ranks === null ? (index.data.rank[row] ?? 0) : (view.ranks[row] as number);
}

/** The rows given (all that are left if none are) with the columns shown, or with the one of `only`. */
export function takeTable(
  index: BoardIndex,
  view: BoardView,
  names: TableNames,
  part: { readonly rows?: readonly number[]; readonly only?: string } = {},
): TakenTable {
  const shown = view.columns.filter(({ key }) => part.only === undefined || key === part.only);
  const columns = shown.map((column): TableColumn => {
    const { key } = column;
    if (column.kind === 'average') return { key, name: names.average, isNumber: true };
    if (column.kind === 'fact') return { key, name: names.facts[column.key], isNumber: key === 'parameters' };
    return { key, name: column.column.name, isNumber: true };
  });
  const cell = (column: ShownColumn, row: number): TableCell => {
    if (column.kind !== 'fact')
      return number(shownValue(view, column, row), shownDigits(index, view, column));
    if (column.key !== 'parameters') return text(factText(index, column.key, row));
    const parameters = index.parameters[row] as number;
    if (Number.isNaN(parameters)) return text('');
    return { text: formatParameters(parameters), value: parameters };
  };
  return {
    columns: [
      { key: 'rank', name: names.rank, isNumber: true },
      { key: 'model', name: names.model, isNumber: false },
      ...columns,
    ],
    rows: [...(part.rows ?? view.rows)].map((row) => {
      const rank = shownRank(index, view, row);
      return [
        rank === 0 ? text('') : { text: String(rank), value: rank },
        text(index.data.models.id[row] ?? ''),
        ...shown.map((column) => cell(column, row)),
      ];
    }),
  };
}
