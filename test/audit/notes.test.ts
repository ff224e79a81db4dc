/** What cards say of contamination and what the config says of models is repeated, not judged. */
import { expect, it } from 'vitest';
import { CONTAMINATION } from '../../src/audit/contamination.ts';
import { FLAGGED } from '../../src/audit/flagged.ts';
import { claim } from './claims.ts';
import { inputOf, model } from './input.ts';

it('gathers the scores of contamination of one card and model, held ones too', () => {
  const claims = [
    claim('arc', 'contamination', '0.20', 12),
    claim('mmlu', 'contamination', '0.45', 13, { status: 'held' }),
    claim('gsm8k', 'contamination', '1.00', 14),
    claim('gsm8k', 'contamination', '0.89', 20, { model: 'Minerva 8B' }),
    claim('gsm8k', 'acc', '61.2', 30),
  ];
  expect(CONTAMINATION.find(inputOf(claims))).toMatchObject([
    {
      rule: 'contamination',
      severity: 'info',
      model: 'acme/zephyr',
      published: 1,
      message: 'The card gives 3 scores of contamination: arc 0.20, mmlu 0.45, gsm8k 1.00.',
    },
    { model: 'Minerva 8B', message: 'The card gives 1 score of contamination: gsm8k 0.89.' },
  ]);
});

it('repeats the reason of a flag and rests on no claim', () => {
  const flagged = { reason: 'trained on the test set', link: 'https://example.org/1' };
  expect(FLAGGED.find(inputOf([], { models: [model('a/b'), model('a/c', { flagged })] }))).toMatchObject([
    {
      rule: 'flagged',
      severity: 'info',
      model: 'a/c',
      message: 'The maintainers of this site flag a/c: trained on the test set (https://example.org/1)',
      claims: [],
    },
  ]);
});
