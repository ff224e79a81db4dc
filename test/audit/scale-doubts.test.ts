/** Fractions that were read as percentages. */
import { expect, it } from 'vitest';
import { SCALE_DOUBTS } from '../../src/audit/scale-doubts.ts';
import type { Claim } from '../../src/core/claim.ts';
import { claim } from './claims.ts';
import { inputOf } from './input.ts';

const benchmarks = { mmlu: { name: 'MMLU', random_baseline: 25 }, gsm8k: { name: 'GSM8K' } };
const found = (...claims: Claim[]) => SCALE_DOUBTS.find(inputOf(claims, { benchmarks }));

it('finds a number a hundred times another', () => {
  expect(found(claim('gsm8k', 'acc', '61.2', 12), claim('gsm8k', 'acc', '0.61', 40))).toMatchObject([
    {
      rule: 'scale',
      severity: 'warning',
      published: 61.2,
      recomputed: 0.61,
      message: "GSM8K: claims give 61.2 and 0.61: is one a fraction of the other's scale?",
    },
  ]);
});

it('finds a number that would be worse than guessing, and is not as a fraction', () => {
  expect(found(claim('mmlu', 'acc', '0.8113', 12))).toMatchObject([
    { message: 'MMLU: 0.8113 where guessing scores 25: a fraction read as a percentage?' },
  ]);
});

it.each([
  ['an ordinary score', [claim('mmlu', 'acc', '61.2', 12)]],
  ['a fraction that was recognised', [claim('mmlu', 'acc', '0.612', 12, { fraction: true })]],
  ['a small score as a fraction too', [claim('mmlu', 'acc', '0.01', 12)]],
  ['a small score where guessing scores nothing', [claim('gsm8k', 'acc', '0.8', 12)]],
  [
    'two numbers far from a hundredfold',
    [claim('gsm8k', 'acc', '61.2', 12), claim('gsm8k', 'acc', '0.4', 40)],
  ],
  ['another metric', [claim('mmlu', 'loss', '0.81', 12)]],
])('says nothing of %s', (_, claims) => {
  expect(found(...claims)).toEqual([]);
});
