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

const LEVELS: readonly { how: Found<unknown>['how']; fold: (name: string) => string; short: boolean }[] = [
  { how: 'exact', fold: (name) => name, short: true },
  { how: 'case', fold: foldCase, short: true },
  // A short name with its separators gone is likelier an accident than a name.
  { how: 'separators', fold: foldSeparators, short: false },
];

/**
 * Indexes the names of entries. A name claimed by two entries at one level finds nothing at that level or below,
 * so that the outcome never hangs on the order of entries.
 */
export function indexNames<T>(named: readonly Named<T>[]): NameIndex<T> {
  const clashes: Clash<T>[] = [];
  const levels = LEVELS.map((level) => {
    const claims = new Map<string, Map<T, boolean>>();
    const claim = (name: string, entry: T, short: boolean) => {
      const key = level.fold(name);
      if (key === '') return;
      const claimants = claims.get(key) ?? new Map<T, boolean>();
      claimants.set(entry, short && (claimants.get(entry) ?? true));
      claims.set(key, claimants);
    };
    for (const { entry, full, short } of named) {
      for (const name of full) claim(name, entry, false);
      if (level.short) for (const name of short) claim(name, entry, true);
    }
    const found = new Map<string, Found<T> | null>();
    for (const [name, claimants] of claims) {
      const [first] = claimants;
      if (claimants.size === 1 && first !== undefined) {
        found.set(name, { entry: first[0], how: level.how, short: first[1] });
      } else {
        found.set(name, null);
        clashes.push({ how: level.how, name, entries: [...claimants.keys()] });
      }
    }
    return { fold: level.fold, found };
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
