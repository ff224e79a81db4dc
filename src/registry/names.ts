/** Indexes names so that one is looked up exactly, then case folded, then separators folded, in constant time. */
import { foldCase, foldSeparators } from '../core/fold.ts';
import type { Found } from './types.ts';

/** What an entry is called: `full` names are sure, `short` ones count only beside another recognised name. */
export interface Named<T> {
  readonly entry: T;
  readonly full: readonly string[];
  readonly short: readonly string[];
}

/** One folded name that several entries claim. */
export interface Clash<T> {
  readonly how: Found<T>['how'];
  /** The name as folded at that level. */
  readonly name: string;
  readonly entries: readonly T[];
}

export interface NameIndex<T> {
  find(name: string): Found<T> | undefined;
  /** Every name that two or more entries claim; such a name finds nothing at that level. */
  readonly clashes: readonly Clash<T>[];
}

/** Names longer than this are prose: they are not folded and find nothing. */
const LONGEST_NAME = 200;

const LEVELS: readonly { how: Found<unknown>['how']; fold: (name: string) => string }[] = [
  { how: 'exact', fold: (name) => name },
  { how: 'case', fold: foldCase },
  { how: 'separators', fold: foldSeparators },
];

/**
 * Indexes the names of entries. A name claimed by two entries at one level finds nothing at that level or below,
 * so that the outcome never hangs on the order of entries. Short names match exactly or not at all: "MATH" is a
 * benchmark, "Math" a heading.
 */
export function indexNames<T>(named: readonly Named<T>[]): NameIndex<T> {
  const clashes: Clash<T>[] = [];
  const levels = LEVELS.map(({ how, fold }) => {
    const claims = new Map<string, { full: Set<T>; short: Set<T> }>();
    const claimsOn = (name: string) => {
      const key = fold(name);
      const there = claims.get(key) ?? { full: new Set(), short: new Set() };
      if (key !== '') claims.set(key, there);
      return there;
    };
    for (const { entry, full, short } of named) {
      for (const name of full) claimsOn(name).full.add(entry);
      for (const name of short) claimsOn(name).short.add(entry);
    }
    const found = new Map<string, Found<T> | null>();
    for (const [name, { full, short }] of claims) {
      const entries = new Set([...full, ...short]);
      const [entry] = entries;
      const sure = short.size === 0 || how === 'exact';
      const alone = entries.size === 1 && entry !== undefined;
      found.set(name, alone && sure ? { entry, how, short: full.size === 0 } : null);
      if (entries.size > 1) clashes.push({ how, name, entries: [...entries] });
    }
    return { fold, found };
  });
  return {
    clashes,
    find(name) {
      if (name.length > LONGEST_NAME) return undefined;
      for (const { fold, found } of levels) {
        const hit = found.get(fold(name));
        if (hit !== undefined) return hit ?? undefined;
      }
      return undefined;
    },
  };
}
