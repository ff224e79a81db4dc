/** The filters of a board: which rows each lets pass, which rows pass them all, and what each of them costs. */

import { type FacetCount, facetIndex, orderWords } from './board-facets.ts';
import type { BoardIndex } from './board-index.ts';
import { chosenScores, countedScores } from './board-layout.ts';
import { type BoardState, FACETS, type FacetName, type SizeRange } from './board-state.ts';

/** Names a filter: the search, a facet, the size, or a switch that leaves out rows. */
export type FilterName = 'query' | 'size' | 'complete' | 'card' | 'number' | FacetName;

/** A filter at work: 1 for each row that passes. */
export interface Filter {
  readonly name: FilterName;
  readonly mask: Uint8Array;
}

/** Tells whether a row is found by the search; null where there is nothing to search for. */
export type SearchTest = ((row: number) => boolean) | null;

function maskOf(size: number, passes: (row: number) => boolean): Uint8Array {
  const mask = new Uint8Array(size);
  for (let row = 0; row < size; row++) if (passes(row)) mask[row] = 1;
  return mask;
}

/** Whether a size lies in a range; sizes that nobody says lie in none. */
export function isInRange(parameters: number, { from, to }: SizeRange): boolean {
  return (
    !Number.isNaN(parameters) && (from === null || parameters >= from) && (to === null || parameters <= to)
  );
}

function facetMask(index: BoardIndex, name: FacetName, words: readonly string[]): Uint8Array {
  const { places, ofRow } = facetIndex(index, name);
  const wanted = new Set(words.map((word) => places.get(word)));
  return maskOf(index.size, (row) => (ofRow[row] ?? []).some((place) => wanted.has(place)));
}

/** The filters that a state has at work. */
export function activeFilters(index: BoardIndex, state: BoardState, search: SearchTest): Filter[] {
  const filters: Filter[] = [];
  const add = (name: FilterName, mask: Uint8Array) => filters.push({ name, mask });
  if (search !== null) add('query', maskOf(index.size, search));
  for (const name of FACETS) {
    const words = state.facets[name];
    if (words !== undefined && words.length > 0) add(name, facetMask(index, name, words));
  }
  const { size } = state;
  if (size !== null)
    add(
      'size',
      maskOf(index.size, (row) => isInRange(index.parameters[row] as number, size)),
    );
  if (state.switches.card)
    add(
      'card',
      maskOf(index.size, (row) => index.data.models.card[row] === true),
    );
  const columns = chosenScores(index, state).map((column) => countedScores(column, state));
  const has = (scores: Float64Array, row: number) => !Number.isNaN(scores[row] as number);
  if (state.switches.complete)
    add(
      'complete',
      maskOf(index.size, (row) => columns.every((scores) => has(scores, row))),
    );
  else if (state.switches.independent)
    // Rows that have nothing else than self-reports have nothing left to show.
    add(
      'number',
      maskOf(index.size, (row) => columns.some((scores) => has(scores, row))),
    );
  return filters;
}

export interface Filtered {
  /** Rows that pass every filter, in the page's order. */
  readonly rows: Uint32Array;
  readonly filters: readonly Filter[];
  /** How many filters each row fails, and the place of the last of them. */
  readonly fails: Uint8Array;
  readonly failed: Uint8Array;
}

/** Lets the rows pass the filters. */
export function passFilters(size: number, filters: readonly Filter[]): Filtered {
  const fails = new Uint8Array(size);
  const failed = new Uint8Array(size);
  for (const [place, { mask }] of filters.entries()) {
    for (let row = 0; row < size; row++) {
      if (mask[row] === 1) continue;
      fails[row] = (fails[row] as number) + 1;
      failed[row] = place;
    }
  }
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) if (fails[row] === 0) rows[count++] = row;
  return { rows: rows.slice(0, count), filters, fails, failed };
}

/** How many more rows there would be without each filter, in the order of the filters. */
export function costOfFilters({ filters, fails, failed }: Filtered): { name: FilterName; rows: number }[] {
  const costs = filters.map(({ name }) => ({ name, rows: 0 }));
  for (let row = 0; row < fails.length; row++) {
    if (fails[row] !== 1) continue;
    const cost = costs[failed[row] as number];
    if (cost !== undefined) cost.rows++;
  }
  return costs;
}

/** Calls `visit` for each row that passes all filters but the one of a name. */
function eachRowBut(
  { filters, fails, failed }: Filtered,
  name: FilterName,
  visit: (row: number) => void,
): void {
  const own = filters.findIndex((filter) => filter.name === name);
  for (let row = 0; row < fails.length; row++) {
    if (fails[row] === 0 || (fails[row] === 1 && failed[row] === own && own >= 0)) visit(row);
  }
}

/** A facet's words with the rows that each would leave, were it the only one chosen of its facet. */
export function facetCounts(index: BoardIndex, filtered: Filtered, name: FacetName): FacetCount[] {
  const facet = facetIndex(index, name);
  const counts = new Uint32Array(facet.words.length);
  eachRowBut(filtered, name, (row) => {
    for (const place of facet.ofRow[row] ?? []) counts[place] = (counts[place] as number) + 1;
  });
  return orderWords(
    name,
    facet.words.map((word, place) => ({ word, count: counts[place] as number })),
  );
}

/** How many rows each range of sizes would leave, and how many of the rows say no size. */
export function sizeCounts(
  index: BoardIndex,
  filtered: Filtered,
  ranges: readonly SizeRange[],
): { readonly counts: number[]; readonly unknown: number } {
  const counts = ranges.map(() => 0);
  let unknown = 0;
  eachRowBut(filtered, 'size', (row) => {
    const parameters = index.parameters[row] as number;
    if (Number.isNaN(parameters)) unknown++;
    for (const [place, range] of ranges.entries()) {
      if (isInRange(parameters, range)) counts[place] = (counts[place] as number) + 1;
    }
  });
  return { counts, unknown };
}

/** How many rows a switch would leave: the filter of its name made anew on the rows that pass all others. */
export function switchCount(
  index: BoardIndex,
  filtered: Filtered,
  state: BoardState,
  name: 'complete' | 'card',
): number {
  const [filter] = activeFilters(
    index,
    { ...state, query: '', facets: {}, size: null, switches: { [name]: true } },
    null,
  );
  let count = 0;
  eachRowBut(filtered, name, (row) => {
    if (filter?.mask[row] === 1) count++;
  });
  return count;
}
