/** A board as a reader's state makes it: the rows left, their order, their ranks and the numbers in them. */

import { activeFilters, type Filtered, passFilters, type SearchTest } from './board-filters.ts';
import { AVERAGE, type BoardIndex } from './board-index.ts';
import {
  countedScores,
  findColumn,
  isLowerBetter,
  pageSort,
  type ShownColumn,
  scoresInMode,
  shownColumns,
} from './board-layout.ts';
import { orderBoard } from './board-order.ts';
import type { BoardState } from './board-state.ts';
import { type Averages, averagedColumns, chosenAverages, competitionRanks } from './board-values.ts';

export interface BoardView {
  readonly state: BoardState;
  readonly filtered: Filtered;
  readonly columns: readonly ShownColumn[];
  /** The rows left, in their order. */
  readonly rows: Uint32Array;
  /** Ranks among them, 0 for none; null where the page's own ranks hold. */
  readonly ranks: Int32Array | null;
  /** Key of the column that they are ranked by; '' for none. */
  readonly ranked: string;
  readonly averages: Averages;
  /** The numbers of a column of scores as they are shown, NaN for none. */
  values(key: string): Float64Array;
}

/** Puts a board together for a state. `search` is the test of the state's query. */
export function viewBoard(index: BoardIndex, state: BoardState, search: SearchTest): BoardView {
  const filtered = passFilters(index.size, activeFilters(index, state, search));
  const columns = shownColumns(index, state);
  const made = new Map<string, Float64Array>();
  const values = (key: string): Float64Array => {
    let numbers = made.get(key);
    if (numbers === undefined) {
      const column = index.byKey.get(key);
      if (column === undefined) return new Float64Array(index.size).fill(Number.NaN);
      const scores = countedScores(column, state);
      numbers =
        state.mode === 'rank'
          ? Float64Array.from(
              competitionRanks(scores, filtered.rows, column.lowerIsBetter, column.decimals),
              (rank) => (rank === 0 ? Number.NaN : rank),
            )
          : scoresInMode(column, scores, state.mode);
      made.set(key, numbers);
    }
    return numbers;
  };
  const averages = chosenAverages(
    index,
    state,
    state.mode === 'rank' && index.hasAverage
      ? averagedColumns(index, state).map(({ key }) => values(key))
      : [],
  );
  const rows = orderBoard(index, state, filtered.rows, averages.values);
  const ranked = rankedBy(index, state);
  const isPages = filtered.filters.length === 0 && averages.isPages && ranked === index.data.ranked;
  return {
    state,
    filtered,
    columns,
    rows,
    ranks: isPages ? null : ranksBy(index, state, filtered.rows, ranked, averages),
    ranked,
    averages,
    values,
  };
}

/** What the rows are ranked by: the first score that they are sorted by, else what the page is ranked by. */
function rankedBy(index: BoardIndex, state: BoardState): string {
  const [first] = [...state.sorts, ...pageSort(index)].filter(({ key }) => {
    const kind = findColumn(index, key)?.kind;
    return kind === 'score' || kind === 'average';
  });
  return first?.key ?? '';
}

function ranksBy(
  index: BoardIndex,
  state: BoardState,
  rows: Uint32Array,
  key: string,
  averages: Averages,
): Int32Array {
  const { data } = index;
  // Copies that the page does not rank are not ranked here either.
  const ranked = rows.filter((row) => !(data.models.copy[row] === true && data.rank[row] === null));
  const column = findColumn(index, key);
  if (column === undefined) return new Int32Array(index.size);
  if (column.kind === 'score') {
    const { lowerIsBetter, decimals } = column.column;
    return competitionRanks(countedScores(column.column, state), ranked, lowerIsBetter, decimals);
  }
  const lower = isLowerBetter(index, { kind: 'average', key: AVERAGE }, state.mode);
  return competitionRanks(averages.values, ranked, lower, data.average.decimals);
}
