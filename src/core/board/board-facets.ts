/** What a board can be filtered by, with the rows that each choice leaves. */
import { ORIGIN_LETTERS } from '../board-data.ts';
import { compareNames } from '../compare.ts';
import type { BoardIndex } from './board-index.ts';
import type { FacetName } from './board-state.ts';

/** The word of a facet for what nobody says. */
export const UNKNOWN = 'unknown';

/** A facet's words, and each row's places among them. */
export interface FacetIndex {
  readonly name: FacetName;
  /** Without order; those of no row are left out. */
  readonly words: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly ofRow: readonly (readonly number[])[];
}

function wordsOfRow(index: BoardIndex, name: FacetName): (row: number) => readonly string[] {
  const { models, scores } = index.data;
  const known = (word: string) => [word === '' ? UNKNOWN : word];
  const all = (words: readonly string[]) => (words.length === 0 ? [UNKNOWN] : words);
  if (name === 'type') return (row) => [index.type(row)];
  if (name === 'open') return (row) => [index.openness(row)];
  if (name === 'license') return (row) => all(index.licenses(row));
  if (name === 'org') return (row) => known(index.organisation(row));
  if (name === 'lang') return (row) => all(index.languages(row));
  if (name === 'precision') return (row) => all(index.precision(row));
  if (name === 'flagged') return (row) => [models.flagged[row] ? 'yes' : 'no'];
  if (name === 'copy') return (row) => [models.copy[row] ? 'yes' : 'no'];
  return (row) => {
    const letters = new Set(scores.map(({ origin }) => origin.charAt(row)));
    return [...letters].flatMap((letter) => ORIGIN_LETTERS[letter] ?? []);
  };
}

const indexes = new WeakMap<BoardIndex, Map<FacetName, FacetIndex>>();

/** A facet's words and rows, made once. */
export function facetIndex(index: BoardIndex, name: FacetName): FacetIndex {
  let made = indexes.get(index);
  if (made === undefined) {
    made = new Map();
    indexes.set(index, made);
  }
  let facet = made.get(name);
  if (facet === undefined) {
    const places = new Map<string, number>();
    const wordsOf = wordsOfRow(index, name);
    const ofRow = Array.from({ length: index.size }, (_, row) =>
      [...new Set(wordsOf(row))].map((word) => {
        const place = places.get(word) ?? places.size;
        places.set(word, place);
        return place;
      }),
    );
    facet = { name, words: [...places.keys()], places, ofRow };
    made.set(name, facet);
  }
  return facet;
}

export interface FacetCount {
  readonly word: string;
  readonly count: number;
}

/** Words that have an order of their own. */
const ORDERS: Partial<Record<FacetName, readonly string[]>> = {
  type: [
    'pretrained',
    'continuously pretrained',
    'fine-tuned',
    'chat',
    'merge',
    'quantized',
    'adapter',
    UNKNOWN,
  ],
  open: ['open', 'restricted', 'closed', UNKNOWN],
  origin: ['leaderboard', 'self-reported', 'third-party'],
  flagged: ['no', 'yes'],
  copy: ['no', 'yes'],
};

/** Words in the order in which they are offered: their own, else the most frequent first, what is unknown last. */
export function orderWords(name: FacetName, counts: readonly FacetCount[]): FacetCount[] {
  const order = ORDERS[name];
  if (order !== undefined) return [...counts].sort((a, b) => order.indexOf(a.word) - order.indexOf(b.word));
  return [...counts].sort(
    (a, b) =>
      Number(a.word === UNKNOWN) - Number(b.word === UNKNOWN) ||
      b.count - a.count ||
      compareNames(a.word, b.word),
  );
}
