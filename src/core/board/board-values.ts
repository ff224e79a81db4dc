/** The numbers of a board's columns as they are shown: averages of the chosen columns, and ranks within what is shown. */
import type { BoardIndex, ScoreColumn } from './board-index.ts';
import { canNormalise, chosenScores, countedScores, scoresInMode } from './board-layout.ts';
import type { BoardState } from './board-state.ts';

export interface Averages {
  /** NaN where the board's rule wants more. */
  readonly values: Float64Array;
  /** The columns it is taken over. */
  readonly over: readonly ScoreColumn[];
  /** How many of them each row has. */
  readonly coverage: Uint16Array;
  /** How many a row needs. */
  readonly requires: number;
  /** As the page has them: all columns, as they are. */
  readonly isPages: boolean;
}

/**
 * Competition ranks (1, 2, 2, 4) of the rows by a column's numbers, 0 where there is none: what looks the same with so
 * many decimals shares a rank.
 */
export function competitionRanks(
  values: Float64Array,
  rows: ArrayLike<number>,
  lowerIsBetter: boolean,
  decimals: number,
): Int32Array {
  const scale = 10 ** decimals * (lowerIsBetter ? 1 : -1);
  const printed = new Float64Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const value = values[rows[place] as number] as number;
    if (!Number.isNaN(value)) printed[count++] = Math.round(value * scale);
  }
  const sorted = printed.subarray(0, count).sort();
  const ranks = new Int32Array(values.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as number;
    const value = values[row] as number;
    if (!Number.isNaN(value)) ranks[row] = firstPlace(sorted, Math.round(value * scale)) + 1;
  }
  return ranks;
}

/** The first place of a number in sorted ones that have it. */
function firstPlace(sorted: Float64Array, number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The columns that an average is taken over: normalised, only those whose guessing and best scores are known. */
export function averagedColumns(index: BoardIndex, state: BoardState): readonly ScoreColumn[] {
  const chosen = chosenScores(index, state);
  return state.mode === 'normalised' ? chosen.filter(canNormalise) : chosen;
}

/**
 * The means of the chosen columns by the board's rule: of all columns it wants `requires`, of fewer no more than there
 * are. As ranks, the mean rank among the rows given.
 */
export function chosenAverages(
  index: BoardIndex,
  state: BoardState,
  ranks: readonly ArrayLike<number>[],
): Averages {
  const over = averagedColumns(index, state);
  const requires = Math.min(Math.max(1, index.data.average.requires), over.length);
  const isAll = over.length === index.columns.filter(({ kind }) => kind === 'score').length;
  const coverage = new Uint16Array(index.size);
  const sums = new Float64Array(index.size);
  for (const [place, column] of over.entries()) {
    const scores = countedScores(column, state);
    const shown = state.mode === 'rank' ? ranks[place] : scoresInMode(column, scores, state.mode);
    for (let row = 0; row < index.size; row++) {
      if (Number.isNaN(scores[row] as number)) continue;
      coverage[row] = (coverage[row] as number) + 1;
      sums[row] = (sums[row] as number) + (shown?.[row] as number);
    }
  }
  const isPages = isAll && state.mode === 'raw' && !state.switches.independent;
  if (isPages) return { values: index.averages, over, coverage, requires, isPages };
  const values = new Float64Array(index.size);
  for (let row = 0; row < index.size; row++) {
    const count = coverage[row] as number;
    values[row] = count > 0 && count >= requires ? (sums[row] as number) / count : Number.NaN;
  }
  return { values, over, coverage, requires, isPages };
}
