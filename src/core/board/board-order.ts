/** The order of a board's rows by several keys: missing last in every direction, ties as they come. */
import { AVERAGE, type BoardIndex, FACT_KEYS } from './board-index.ts';
import { countedScores, isLowerBetter, isRawLowerBetter } from './board-layout.ts';
import type { BoardState, SortKey } from './board-state.ts';

/** What a key sorts by: one number a row, missing ones NaN or, of places in an order, −1. */
interface OrderColumn {
  readonly values: ArrayLike<number>;
  readonly sign: 1 | -1;
  readonly isMissing: (value: number) => boolean;
}

const isNaNumber = (value: number) => Number.isNaN(value);
const isNoPlace = (value: number) => value < 0;

function orderColumn(
  index: BoardIndex,
  state: BoardState,
  { key, direction }: SortKey,
  averages: Float64Array,
): OrderColumn | undefined {
  const sign = direction === 'ascending' ? 1 : -1;
  const column = index.byKey.get(key);
  if (column !== undefined) return { values: countedScores(column, state), sign, isMissing: isNaNumber };
  if (key === AVERAGE) {
    // Directions speak of scores: an average of ranks goes the other way.
    const average = { kind: 'average', key } as const;
    const isTurned = isLowerBetter(index, average, state.mode) !== isRawLowerBetter(index, average);
    return { values: averages, sign: isTurned ? (-sign as 1 | -1) : sign, isMissing: isNaNumber };
  }
  if (key === 'parameters') return { values: index.parameters, sign, isMissing: isNaNumber };
  const text = key === 'model' ? 'model' : FACT_KEYS.find((name) => name === key);
  return text === undefined ? undefined : { values: index.textOrder(text), sign, isMissing: isNoPlace };
}

/** The rows of `rows` (in the page's order) as the state sorts them; the same rows where it sorts by nothing. */
export function orderBoard(
  index: BoardIndex,
  state: BoardState,
  rows: Uint32Array,
  averages: Float64Array,
): Uint32Array {
  const columns = state.sorts.flatMap((sort) => orderColumn(index, state, sort, averages) ?? []);
  if (columns.length === 0) return rows;
  return rows.slice().sort((a, b) => {
    for (const { values, sign, isMissing } of columns) {
      const x = values[a] as number;
      const y = values[b] as number;
      if (x === y) continue;
      const isXMissing = isMissing(x);
      const isYMissing = isMissing(y);
      if (isXMissing || isYMissing) {
        if (isXMissing && isYMissing) continue;
        return isXMissing ? 1 : -1;
      }
      return x < y ? -sign : sign;
    }
    return a - b;
  });
}
