/** Results worse than guessing, by more than chance. */
import { expect, it } from 'vitest';
import { BELOW_BASELINE } from '../../src/audit/below-baseline.ts';
import type { Claim } from '../../src/core/claim.ts';
import type { Benchmark } from '../../src/registry/types.ts';
import { claim } from './claims.ts';
import { inputOf } from './input.ts';

const ENTRY: Partial<Benchmark> = { name: 'HellaSwag', random_baseline: 25, items: 500 };
const found = (claims: readonly Claim[], entry: Partial<Benchmark> = ENTRY) =>
  BELOW_BASELINE.find(inputOf(claims, { benchmarks: { hellaswag: entry } }));
const hellaswag = (raw: string, more: Partial<Claim> & { fraction?: boolean } = {}) =>
  claim('hellaswag', 'acc', raw, 12, more);

it('says what guessing scores', () => {
  expect(found([hellaswag('12.5')])).toMatchObject([
    {
      rule: 'below-baseline',
      severity: 'info',
      published: 12.5,
      recomputed: 25,
      message: 'HellaSwag: 12.5 is below 25, which guessing scores.',
    },
  ]);
});

it('gives chance three standard errors, known or taken from the number of questions', () => {
  expect(found([hellaswag('22.0')])).toEqual([]);
  expect(found([hellaswag('12.5')], { ...ENTRY, items: null })).toEqual([]);
  expect(found([hellaswag('11.0')], { ...ENTRY, items: null })).toHaveLength(1);
  expect(found([hellaswag('22.0')], { ...ENTRY, items: 10_000 })).toHaveLength(1);
  expect(found([hellaswag('22.0', { stderr: 1.5 })], { ...ENTRY, items: 10_000 })).toEqual([]);
  expect(found([hellaswag('24.0')], { ...ENTRY, items: 1_000_000 })).toEqual([]);
});

it.each<[string, Partial<Claim>]>([
  ['a change', { source: { ...hellaswag('1').source, raw: '+12.5' } }],
  ['a part of the set', { setting: 'Health' }],
  ['another metric', { metric: 'f1' }],
  ['a rescaled column', { source: { ...hellaswag('1').source, raw: '12.5', header: 'Normalized' } }],
  ['a row of chance itself', { model: 'Random chance' }],
  ['a fraction read as a percentage', { score: 0.6 }],
])('says nothing of %s', (_, more) => {
  expect(found([hellaswag('12.5', more)])).toEqual([]);
});

it('takes a table that lies below throughout for another measure', () => {
  const table = (...scores: string[]) =>
    scores.map((raw, row) => claim('hellaswag', 'acc', raw, 12 + row, { model: `m${row}` }));
  expect(found(table('12.5', '11.0', '60.0'))).toEqual([]);
  expect(found(table('12.5', '61.0', '60.0'))).toHaveLength(1);
});

it('says nothing where lower is better or no baseline is known', () => {
  expect(found([hellaswag('12.5')], { ...ENTRY, higher_is_better: false })).toEqual([]);
  expect(found([hellaswag('12.5')], {})).toEqual([]);
});
