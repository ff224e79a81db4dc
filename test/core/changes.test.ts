/** What changed between two builds: each difference once, and nothing where nothing differs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, type ChangedResult, changesSince, type Earlier } from '../../src/core/changes.ts';
import type { Result } from '../../src/core/result.ts';
import { sampleResult } from '../store/samples.ts';

const result = (id: string, score: number): Result => ({
  ...sampleResult({ model: `acme/${id}`, benchmark: 'gsm8k', metric: 'exact_match', shots: 5, score }),
  id,
  decimals: 1,
});

const earlier = (results: readonly ChangedResult[], changes: readonly Change[] = []): Earlier => ({
  results,
  changes,
  counts: { added: 0, changed: 0, removed: 0 },
});

const nobody = () => null;

describe('changes since an earlier site', () => {
  it('are results that are new, have another number, or are gone', () => {
    const { counts, changes } = changesSince(
      earlier([result('a', 1), result('b', 2), result('c', 3)]),
      [result('a', 1), result('b', 2.5), result('d', 4)],
      ({ id }) => (id === 'd' ? '2026-11-21' : null),
    );
    expect(counts).toEqual({ added: 1, changed: 1, removed: 1 });
    expect(changes.map(({ kind, id, score, before, day }) => [kind, id, score, before, day])).toEqual([
      ['added', 'd', 4, null, '2026-11-21'],
      ['changed', 'b', 2.5, 2, null],
      ['removed', 'c', 3, null, null],
    ]);
  });

  it('are those that the earlier site knew where nothing changed', () => {
    const first = changesSince(earlier([]), [result('a', 1)], nobody);
    expect(changesSince({ results: [result('a', 1)], ...first }, [result('a', 1)], nobody)).toEqual(first);
  });

  it('stand before those of builds before, and the oldest are forgotten', () => {
    const many = Array.from({ length: 600 }, (_, index) => result(`r${index}`, index));
    const first = changesSince(earlier([]), many, nobody);
    expect(first.counts.added).toBe(600);
    expect(first.changes).toHaveLength(500);
    const second = changesSince({ results: many, ...first }, [...many, result('new', 1)], nobody);
    expect(second.changes).toHaveLength(500);
    expect(second.changes[0]?.id).toBe('new');
    expect(second.counts).toEqual({ added: 1, changed: 0, removed: 0 });
  });

  it('do not depend on the order of results, and lead from one site to the other', () => {
    const site = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1, maxLength: 2 }), score: fc.integer({ min: 0, max: 3 }) }),
      {
        selector: ({ id }) => id,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(site, site, (before, after) => {
        const old = before.map(({ id, score }) => result(id, score));
        const now = after.map(({ id, score }) => result(id, score));
        const { changes } = changesSince(earlier(old), now, nobody);
        expect(changesSince(earlier(old.toReversed()), now.toReversed(), nobody).changes).toEqual(changes);
        const scores = new Map(old.map(({ id, score }) => [id, score]));
        for (const { kind, id, score } of changes) {
          if (kind === 'removed') scores.delete(id);
          else scores.set(id, score);
        }
        expect(scores).toEqual(new Map(now.map(({ id, score }) => [id, score])));
      }),
    );
  });
});
