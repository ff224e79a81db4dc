/** What a reader has made of a board: its order, search, filters, columns and look. */

/** How scores are shown: as they are, from guessing to the best there can be, or as ranks. */
export const MODES = ['raw', 'normalised', 'rank'] as const;

export type Mode = (typeof MODES)[number];

export type Direction = 'ascending' | 'descending';

export interface SortKey {
  /** "model", "average", a column's key, or a fact's. */
  readonly key: string;
  readonly direction: Direction;
}

/** Filters by a word; a row passes one if it has any of the words chosen. */
export const FACETS = [
  'type',
  'open',
  'license',
  'org',
  'lang',
  'precision',
  'origin',
  'flagged',
  'copy',
] as const;

export type FacetName = (typeof FACETS)[number];

/** Switches: each leaves out rows or numbers. */
export const SWITCHES = ['complete', 'independent', 'card'] as const;

export type SwitchName = (typeof SWITCHES)[number];

export interface SizeRange {
  /** Billions of parameters, both included; null: open at that side. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface BoardState {
  readonly query: string;
  /** The first decides, the next decides where it ties …; none: the order of the page. */
  readonly sorts: readonly SortKey[];
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  readonly size: SizeRange | null;
  readonly switches: Readonly<Partial<Record<SwitchName, true>>>;
  /** Keys of the columns shown, in their order; null: all scores with their average, as the page has them. */
  readonly columns: readonly string[] | null;
  /** Keys of columns that stay in sight beside the names. */
  readonly pinned: readonly string[];
  readonly mode: Mode;
  /** Digits behind the point; null: each column's own. */
  readonly digits: number | null;
  readonly heat: boolean;
  readonly dense: boolean;
  /** Ids of models that are selected to be compared. */
  readonly selected: readonly string[];
}

/** A board as its page shows it. */
export const FIRST_STATE: BoardState = {
  query: '',
  sorts: [],
  facets: {},
  size: null,
  switches: {},
  columns: null,
  pinned: [],
  mode: 'raw',
  digits: null,
  heat: false,
  dense: false,
  selected: [],
};

/** So many models can be compared. */
export const MOST_SELECTED = 6;

/** Digits behind the point that a reader may ask for. */
export const MOST_DIGITS = 4;

/** The state with another choice of words for a facet. */
export function withFacet(state: BoardState, name: FacetName, words: readonly string[]): BoardState {
  const { [name]: _, ...others } = state.facets;
  return { ...state, facets: words.length === 0 ? others : { ...others, [name]: words } };
}

/** The state with a switch on or off. */
export function withSwitch(state: BoardState, name: SwitchName, on: boolean): BoardState {
  const { [name]: _, ...others } = state.switches;
  return { ...state, switches: on ? { ...others, [name]: true } : others };
}

/** The state without anything that leaves out rows or numbers. */
export function withoutFilters(state: BoardState): BoardState {
  return { ...state, query: '', facets: {}, size: null, switches: {} };
}

/**
 * The state sorted by a key: as the only one, or with `more` behind those there are. A key that sorts already turns
 * its direction; as the first of several, it becomes the only one unless `more`.
 */
export function withSort(state: BoardState, key: string, first: Direction, more: boolean): BoardState {
  const before = state.sorts.find((sort) => sort.key === key);
  const isOnly = state.sorts.length === 1 || more;
  const direction =
    before !== undefined && isOnly ? opposite(before.direction) : (before?.direction ?? first);
  const sort = { key, direction };
  if (!more) return { ...state, sorts: [sort] };
  const sorts =
    before === undefined
      ? [...state.sorts, sort]
      : state.sorts.map((other) => (other.key === key ? sort : other));
  return { ...state, sorts };
}

export function opposite(direction: Direction): Direction {
  return direction === 'ascending' ? 'descending' : 'ascending';
}
