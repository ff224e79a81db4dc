/** Ranks what the search of the whole site finds: by how a name fits, then by weight. */
import { foldAccents, foldSeparators } from './fold.ts';
import { SEARCH_KINDS, type SearchEntry, type SearchKind } from './search-index.ts';

/** How a name fits, the best first. */
const EXACT = 0;
const STARTS = 1;
const WORD_STARTS = 2;
const WITHIN = 3;
const MISTYPED = 4;

/** Words shorter than this are too near to each other to be taken for mistyped ones. */
const SHORTEST_MISTYPED = 5;

/** A search is read so far. */
const LONGEST_QUERY = 200;

interface Prepared {
  readonly entry: SearchEntry;
  /** Place among all entries of its kind. */
  readonly place: number;
  /** All names without separators. */
  readonly names: readonly string[];
  /** The words of all names, each behind a space. */
  readonly words: string;
}

interface SearchGroup {
  readonly kind: SearchKind;
  /** The best first. */
  readonly entries: readonly SearchEntry[];
}

export interface Found {
  readonly count: number;
  /** The kind with the best find first. */
  readonly groups: readonly SearchGroup[];
}

export type Search = (query: string) => Found;

/** Words of a folded name. */
function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}\p{M}.+#]+|(?<!\d)\.|\.(?!\d)/u).filter((word) => word !== '');
}

function prepare(entry: SearchEntry, place: number): Prepared {
  const { title, also, kind } = entry;
  const own = kind === 'model' ? title.slice(title.indexOf('/') + 1) : title;
  const folded = [...new Set([title, own, ...also].map(foldAccents))];
  return {
    entry,
    place,
    names: folded.map(foldSeparators),
    words: ` ${folded.flatMap(wordsOf).join(' ')}`,
  };
}

/**
 * A search over entries, which stand in the order of their weight within each kind. A find has all words of the
 * query: as its whole name, at the start of a name, at the starts of words, or anywhere; where nothing is found
 * so, words of five letters and more may differ in one. An empty query finds nothing.
 */
export function makeSearch(entries: readonly SearchEntry[]): Search {
  const prepared = entries.map(prepare);
  return (query) => {
    const folded = foldAccents(query.slice(0, LONGEST_QUERY));
    const whole = foldSeparators(folded);
    const words = wordsOf(folded);
    if (whole === '') return { count: 0, groups: [] };
    const finds: [fit: number, find: Prepared][] = [];
    for (const one of prepared) {
      const fit = fitOf(one, whole, words);
      if (fit !== null) finds.push([fit, one]);
    }
    if (finds.length === 0 && words.some((word) => word.length >= SHORTEST_MISTYPED)) {
      for (const one of prepared) if (isMistyped(one, words)) finds.push([MISTYPED, one]);
    }
    return { count: finds.length, groups: groupFinds(finds) };
  };
}

function fitOf({ names, words: text }: Prepared, whole: string, words: readonly string[]): number | null {
  let starts = false;
  for (const name of names) {
    if (name === whole) return EXACT;
    starts ||= name.startsWith(whole);
  }
  if (starts) return STARTS;
  if (words.length === 0) return null;
  if (words.every((word) => text.includes(` ${word}`))) return WORD_STARTS;
  return words.every((word) => text.includes(word)) || names.some((name) => name.includes(whole))
    ? WITHIN
    : null;
}

function isMistyped({ words: text }: Prepared, words: readonly string[]): boolean {
  let own: string[] | null = null;
  return words.every((word) => {
    if (text.includes(word)) return true;
    if (word.length < SHORTEST_MISTYPED) return false;
    own ??= text.split(' ');
    return own.some((other) => isOneEditFromStart(word, other));
  });
}

/** Whether one letter more, less, other, or two swapped, makes the word the start of the other (or the whole). */
export function isOneEditFromStart(word: string, other: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  if (at === word.length) return true;
  const rest = word.slice(at + 1);
  return (
    other.startsWith(rest, at + 1) ||
    other.startsWith(rest, at) ||
    other.startsWith(word.slice(at), at + 1) ||
    (word[at] === other[at + 1] && word[at + 1] === other[at] && other.startsWith(word.slice(at + 2), at + 2))
  );
}

function groupFinds(finds: readonly (readonly [number, Prepared])[]): SearchGroup[] {
  const sorted = [...finds].sort(([a, one], [b, other]) => a - b || one.place - other.place);
  const groups = SEARCH_KINDS.map((kind) => sorted.filter(([, { entry }]) => entry.kind === kind));
  return groups
    .filter((group) => group.length > 0)
    .sort(([a], [b]) => (a?.[0] ?? 0) - (b?.[0] ?? 0))
    .map((group) => ({
      kind: (group[0] as readonly [number, Prepared])[1].entry.kind,
      entries: group.map(([, { entry }]) => entry),
    }));
}
