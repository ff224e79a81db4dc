/** Which columns a board shows, and the numbers in them as the reader wants them: as they are, normalised, without self-reports. */
import { AVERAGE, type BoardIndex, FACT_KEYS, type FactKey, type ScoreColumn } from './board-index.ts';
import type { BoardState, Direction, Mode, SortKey } from './board-state.ts';
import { opposite } from './board-state.ts';

export type ShownColumn =
  | { readonly kind: 'average'; readonly key: string }
  | { readonly kind: 'fact'; readonly key: FactKey }
  | { readonly kind: 'score'; readonly key: string; readonly column: ScoreColumn };

/** Keys of the columns that the page itself shows, in its order. */
export function usualColumns(index: BoardIndex): string[] {
  return [...(index.hasAverage ? [AVERAGE] : []), ...index.columns.map(({ key }) => key)];
}

/** The column of a key, or undefined. */
export function findColumn(index: BoardIndex, key: string): ShownColumn | undefined {
  const column = index.byKey.get(key);
  if (column !== undefined) return { kind: 'score', key, column };
  if (key === AVERAGE) return index.hasAverage ? { kind: 'average', key } : undefined;
  const fact = FACT_KEYS.find((name) => name === key);
  return fact === undefined ? undefined : { kind: 'fact', key: fact };
}

/** The columns shown, pinned ones first. */
export function shownColumns(index: BoardIndex, state: BoardState): ShownColumn[] {
  const keys = state.columns ?? usualColumns(index);
  const pinned = keys.filter((key) => state.pinned.includes(key));
  const others = keys.filter((key) => !state.pinned.includes(key));
  return [...pinned, ...others].flatMap((key) => findColumn(index, key) ?? []);
}

/**
 * The columns of scores that are shown, in the page's order: what an average is taken over. Counts and days are none;
 * where no score is shown, all count.
 */
export function chosenScores(index: BoardIndex, state: BoardState): readonly ScoreColumn[] {
  const scores = index.columns.filter(({ kind }) => kind === 'score');
  if (state.columns === null) return scores;
  const keys = new Set(state.columns);
  const chosen = scores.filter(({ key }) => keys.has(key));
  return chosen.length === 0 ? scores : chosen;
}

/** The scores that count: without self-reports where the reader wants none. */
export function countedScores(column: ScoreColumn, state: BoardState): Float64Array {
  return state.switches.independent ? column.independent : column.scores;
}

/** Whether a column's guessing and best scores are known, so that it can be normalised. */
export function canNormalise({ baseline, ceiling }: Pick<ScoreColumn, 'baseline' | 'ceiling'>): boolean {
  return baseline !== null && ceiling !== null && baseline !== ceiling;
}

/** Where a score stands between guessing (0) and the best there can be (100); worse than guessing is 0. */
function normalisedScore(score: number, baseline: number, ceiling: number): number {
  return Math.max(0, ((score - baseline) / (ceiling - baseline)) * 100);
}

/** Scores as a mode shows them; those of a column that cannot be normalised stay as they are. Ranks are made elsewhere. */
export function scoresInMode(column: ScoreColumn, scores: Float64Array, mode: Mode): Float64Array {
  const { baseline, ceiling } = column;
  if (mode !== 'normalised' || baseline === null || ceiling === null || baseline === ceiling) return scores;
  return scores.map((score) => normalisedScore(score, baseline, ceiling));
}

/** Whether a smaller number is the better one, as a column is shown in a mode. */
export function isLowerBetter(index: BoardIndex, column: ShownColumn, mode: Mode): boolean {
  if (column.kind === 'fact') return false;
  if (mode === 'rank') return true;
  const own = column.kind === 'average' ? index.lowerIsBetter : column.column.lowerIsBetter;
  const isTurned = mode === 'normalised' && (column.kind === 'average' || canNormalise(column.column));
  return isTurned ? false : own;
}

/** Whether a smaller number is the better one in the scores themselves: directions of sorting speak of these. */
export function isRawLowerBetter(index: BoardIndex, column: ShownColumn): boolean {
  return isLowerBetter(index, column, 'raw');
}

/** The direction in which a column sorts when it is first asked to: best first, names from A. */
export function firstDirection(index: BoardIndex, key: string): Direction {
  const column = key === 'model' ? undefined : findColumn(index, key);
  if (column === undefined) return 'ascending';
  if (column.kind === 'fact') return column.key === 'parameters' ? 'descending' : 'ascending';
  return isRawLowerBetter(index, column) ? 'ascending' : 'descending';
}

/** The direction that the numbers shown have, where a column sorts by `direction`: ranks go up where scores go down. */
export function shownDirection(index: BoardIndex, sort: SortKey, mode: Mode): Direction {
  const column = sort.key === 'model' ? undefined : findColumn(index, sort.key);
  if (column === undefined || column.kind === 'fact') return sort.direction;
  return isLowerBetter(index, column, mode) === isRawLowerBetter(index, column)
    ? sort.direction
    : opposite(sort.direction);
}

/** What the page is sorted by where a reader has not asked for anything: none where nothing is ranked. */
export function pageSort(index: BoardIndex): SortKey[] {
  const key = index.data.ranked;
  return findColumn(index, key) === undefined ? [] : [{ key, direction: firstDirection(index, key) }];
}
