/** Ranks in words, and which of them are shared. */
import { MISSING } from '../core/format.ts';

export interface Ranks {
  /** Ranks that several models share. */
  readonly shared: ReadonlySet<number>;
  /** How many have a rank. */
  readonly ranked: number;
}

/** "2=" where several models share a rank; a dash where there is none. */
export function rankWord(rank: number | null, shared: boolean): string {
  return rank === null ? MISSING : shared ? `${rank}=` : String(rank);
}

/** "3 of 12"; where there is nobody to compare with, that. */
export function ofWord(rank: string, of: number): string {
  return of === 1 ? 'only one' : `${rank} of ${of}`;
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
