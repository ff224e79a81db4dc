/** Standings among models of one size. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/core/result.ts';
import { FEWEST_PEERS, peersOfResults, SIZE_FACTOR } from '../../src/render/peers.ts';
import { sampleResult } from '../store/samples.ts';

const result = (model: string, score: number, more: Partial<Result> = {}): Result =>
  sampleResult({ id: `${model}-${more.benchmark ?? 'b'}`, model, benchmark: 'b', shots: 5, score, ...more });

const NOBODY = new Set<string>();
const UPWARDS = new Map([['b', { higher_is_better: true }]]);
const sizes = (list: readonly (number | null)[]) =>
  new Map(list.map((parameters, place) => [`m${place}`, { parameters }]));

describe('peers', () => {
  it('are other models of half to twice the size, under the same conditions', () => {
    const models = sizes([7, 7, 7, 7, 3.5, 14, 3.4, 14.1]);
    const results = [50, 40, 60, 45, 30, 50, 99, 99].map((score, place) => result(`m${place}`, score));
    const peers = peersOfResults(results, models, UPWARDS, NOBODY);
    expect(peers.get('m0-b')).toEqual({ of: 5, better: 3, equal: 1 });
    expect(peers.get('m2-b')).toEqual({ of: 5, better: 5, equal: 0 });
    const elsewhere = results.map((one, place) => (place === 1 ? { ...one, shots: 0 } : one));
    expect(peersOfResults(elsewhere, models, UPWARDS, NOBODY).has('m0-b')).toBe(false);
  });

  it('are beaten by less where lower is better, and by nobody where nobody knows', () => {
    const models = sizes([7, 7, 7, 7, 7, 7]);
    const results = [1, 2, 3, 4, 5, 6].map((score, place) => result(`m${place}`, score));
    const downwards = new Map([['b', { higher_is_better: false }]]);
    expect(peersOfResults(results, models, downwards, NOBODY).get('m0-b')?.better).toBe(5);
    const unknown = new Map([['b', { higher_is_better: null }]]);
    expect(peersOfResults(results, models, unknown, NOBODY).size).toBe(0);
  });

  it('are none of unknown size, and no copies', () => {
    const models = sizes([7, 7, 7, 7, 7, 7, null]);
    const results = [1, 2, 3, 4, 5, 6, 7].map((score, place) => result(`m${place}`, score));
    expect(peersOfResults(results, models, UPWARDS, NOBODY).get('m5-b')?.of).toBe(5);
    expect(peersOfResults(results, models, UPWARDS, new Set(['m0-b'])).size).toBe(0);
  });

  it('are counted as one would by hand, whatever the order', () => {
    const entry = fc.record({
      parameters: fc.constantFrom(1, 2, 3, 5, 7, 13, 70),
      score: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const models = sizes(entries.map(({ parameters }) => parameters));
        const results = entries.map(({ score }, place) => result(`m${place}`, score));
        const expected = new Map<string, { of: number; better: number; equal: number }>();
        entries.forEach((own, place) => {
          const others = entries.filter(
            (other, at) =>
              at !== place &&
              other.parameters <= SIZE_FACTOR * own.parameters &&
              own.parameters <= SIZE_FACTOR * other.parameters,
          );
          if (others.length < FEWEST_PEERS) return;
          expected.set(`m${place}-b`, {
            of: others.length,
            better: others.filter((other) => other.score < own.score).length,
            equal: others.filter((other) => other.score === own.score).length,
          });
        });
        const found = peersOfResults([...results].reverse(), models, UPWARDS, NOBODY);
        expect([...found].sort()).toEqual([...expected].sort());
      }),
    );
  });
});
