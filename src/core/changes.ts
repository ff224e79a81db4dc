/** What changed between two builds of a site: results that are new, have another number, or are gone. */
import { compareText } from './compare.ts';
import type { Result } from './result.ts';

/** The part of a result that is compared and shown. */
export interface ChangedResult {
  readonly id: string;
  readonly model: string;
  readonly benchmark: string;
  readonly metric: string;
  readonly shots: number | null;
  readonly setting: string | null;
  readonly split: string | null;
  readonly score: number;
  readonly unit: string;
  readonly decimals: number;
}

export interface Change extends ChangedResult {
  readonly kind: 'added' | 'changed' | 'removed';
  /** The number before, of a changed result. */
  readonly before: number | null;
  /** The day that the card it stands in was last changed, "2026-11-21"; null where nobody knows, and for what is gone. */
  readonly day: string | null;
}

/** What happened to a site: `changes` has the latest comparison first, as far as there is room. */
export interface Changes {
  /** How many there were in the latest comparison that found any. */
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly changes: readonly Change[];
}

/** A site that was built before. */
export interface Earlier extends Changes {
  readonly results: readonly ChangedResult[];
}

/** More changes than this are forgotten, the oldest first. */
const MOST_CHANGES = 500;

const KINDS = ['changed', 'added', 'removed'] as const;

/**
 * Compares results with those of an earlier site, by their ids. Where nothing changed, the changes are those that the
 * earlier site knew: a site that is built again stays the same.
 */
export function changesSince(
  earlier: Earlier,
  results: readonly Result[],
  dayOf: (result: Result) => string | null,
): Changes {
  const before = new Map(earlier.results.map((result) => [result.id, result]));
  const found: Change[] = [];
  for (const result of results) {
    const old = before.get(result.id);
    before.delete(result.id);
    if (old?.score === result.score) continue;
    const kind = old === undefined ? 'added' : 'changed';
    found.push({ kind, ...shown(result), before: old?.score ?? null, day: dayOf(result) });
  }
  for (const old of before.values()) found.push({ kind: 'removed', ...shown(old), before: null, day: null });
  if (found.length === 0) return { counts: earlier.counts, changes: earlier.changes };
  const count = (kind: Change['kind']) => found.filter((change) => change.kind === kind).length;
  found.sort(
    (a, b) =>
      compareText(b.day ?? '', a.day ?? '') ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      compareText(a.model, b.model) ||
      compareText(a.benchmark, b.benchmark) ||
      compareText(a.id, b.id),
  );
  return {
    counts: { added: count('added'), changed: count('changed'), removed: count('removed') },
    changes: [...found, ...earlier.changes].slice(0, MOST_CHANGES),
  };
}

function shown(result: ChangedResult): ChangedResult {
  const { id, model, benchmark, metric, shots, setting, split, score, unit, decimals } = result;
  return { id, model, benchmark, metric, shots, setting, split, score, unit, decimals };
}
