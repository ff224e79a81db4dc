/** Ranks in words, and which of them are shared. */
import { MISSING } from '../core/format.ts';
import type { Translate } from '../core/language.ts';
import type { Band } from '../store/types.ts';

export interface Ranks {
  /** Ranks that several models share. */
  readonly shared: ReadonlySet<number>;
  /** How many have a rank. */
  readonly ranked: number;
}

/** "2–5" where standard errors leave several ranks open, "2=" where models share one; a dash where there is none. */
export function rankWord(rank: number | null, shared: boolean, band: Band | null = null): string {
  if (rank === null) return MISSING;
  if (band !== null) return `${band[0]}–${band[1]}`;
  return shared ? `${rank}=` : String(rank);
}

/** What a rank that is not plain means; the empty string for a plain one. */
export function rankMeaning(t: Translate, rank: number | null, shared: boolean, band: Band | null): string {
  if (rank === null) return '';
  if (band !== null) {
    const [from, to] = band;
    return t('words.rank.band', { rank, from, to });
  }
  return shared ? t('words.rank.shared') : '';
}

/** "3 of 12"; where there is nobody to compare with, that. */
export function ofWord(t: Translate, rank: string, of: number): string {
  return of === 1 ? t('words.rank.only') : t('words.rank.of', { rank, count: of });
}

/** Counts ranks and finds the shared ones. */
export function countRanks(ranks: Iterable<number | null>): Ranks {
  const seen = new Set<number>();
  const shared = new Set<number>();
  let ranked = 0;
  for (const rank of ranks) {
    if (rank === null) continue;
    ranked++;
    if (seen.has(rank)) shared.add(rank);
    seen.add(rank);
  }
  return { shared, ranked };
}
