/** A share of so many questions moves in steps; what lies between them is found. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IMPOSSIBLE_SCORES } from '../../src/audit/impossible-scores.ts';
import type { Claim } from '../../src/core/claim.ts';
import { claim } from './claims.ts';
import { inputOf } from './input.ts';

const benchmarks = { gpqa_diamond: { name: 'GPQA Diamond', items: 198 } };
/** Two scores beside the ones in question that are shares of 198 questions. */
const SHARES = ['50.5', '51.5'].map((raw, row) =>
  claim('gpqa_diamond', 'acc', raw, 30 + row, { model: `s${row}` }),
);
const found = (...claims: Claim[]) => IMPOSSIBLE_SCORES.find(inputOf([...claims, ...SHARES], { benchmarks }));
const gpqa = (raw: string, more: Partial<Claim> & { fraction?: boolean } = {}) =>
  claim('gpqa_diamond', 'acc', raw, 12, more);

it('names the nearest shares', () => {
  expect(found(gpqa('50.7'))).toMatchObject([
    {
      rule: 'impossible',
      severity: 'info',
      benchmark: 'gpqa_diamond',
      published: 50.7,
      message: 'GPQA Diamond: 50.7 is no share of 198 questions: 50.51 and 51.01 are the nearest.',
    },
  ]);
});

it.each([
  ['50.5', 'a share, rounded'],
  ['50.50', 'a share, cut or filled up'],
  ['51', 'whole numbers are too coarse to tell'],
  ['65.0', 'a closing zero may be filled up'],
])('lets %s pass: %s', (raw) => {
  expect(found(gpqa(raw))).toEqual([]);
});

it('reads fractions in percent', () => {
  expect(found(gpqa('0.507', { fraction: true }))).toHaveLength(1);
  expect(found(gpqa('0.505', { fraction: true }))).toEqual([]);
});

it.each<[string, Partial<Claim>]>([
  ['a standard error', { stderr: 1.2 }],
  ['a setting', { setting: 'maj@64' }],
  ['a metric over samples', { metric: 'pass@1' }],
  ['a mean in the header', { metric_as_written: 'avg@8' }],
  ['another set in the label', { benchmark_as_written: 'GPQA (main)' }],
  ['a scale of its own', { unit: 'points' }],
  ['a doubtful reading', { status: 'held' }],
])('says nothing beside %s', (_, more) => {
  expect(found(gpqa('50.7', more))).toEqual([]);
});

it('takes a column that misses the steps throughout for means over runs', () => {
  const column = (...scores: string[]) =>
    scores.map((raw, row) => claim('gpqa_diamond', 'acc', raw, 12 + row, { model: `m${row}` }));
  expect(found(...column('50.7', '50.8'))).toEqual([]);
  expect(found(...column('50.7', '52.0', '50.5'))).toMatchObject([{ published: 50.7 }]);
});

it('never doubts a lone score', () => {
  expect(IMPOSSIBLE_SCORES.find(inputOf([gpqa('50.7')], { benchmarks }))).toEqual([]);
});

it('says nothing where the number of questions is not known', () => {
  const claims = [gpqa('50.7'), ...SHARES];
  expect(IMPOSSIBLE_SCORES.find(inputOf(claims))).toEqual([]);
});

it('never doubts a real share, however it is printed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 5000 }).chain((items) => fc.tuple(fc.constant(items), fc.nat(items))),
      fc.integer({ min: 0, max: 6 }),
      fc.boolean(),
      ([items, right], decimals, cut) => {
        const share = (right / items) * 100;
        const unit = 10 ** decimals;
        const raw = cut ? (Math.floor(share * unit) / unit).toFixed(decimals) : share.toFixed(decimals);
        const zeros = [13, 14].map((line) => claim('set', 'acc', '0', line, { model: `s${line}` }));
        const input = inputOf([claim('set', 'acc', raw, 12), ...zeros], { benchmarks: { set: { items } } });
        expect(IMPOSSIBLE_SCORES.find(input)).toEqual([]);
      },
    ),
  );
});
