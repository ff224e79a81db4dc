/** Claims of one thing that differ are named with their places, and each is one rule's. */
import { expect, it } from 'vitest';
import { DISAGREEMENT, METADATA_DIFFERS, OTHER_CARD_DIFFERS } from '../../src/audit/disagreements.ts';
import type { Claim } from '../../src/core/claim.ts';
import { claim } from './claims.ts';
import { inputOf } from './input.ts';

const OTHERS = { subject: 'other', model: 'Minerva 8B', model_as_written: 'Minerva 8B' } as const;
const frontMatter = (made: Claim): Claim => ({ ...made, source: { ...made.source, kind: 'front-matter' } });

/** The rules that find something among claims. */
function rulesOf(claims: readonly Claim[], more: Parameters<typeof inputOf>[1] = {}): string[] {
  const input = inputOf(claims, more);
  return [METADATA_DIFFERS, OTHER_CARD_DIFFERS, DISAGREEMENT].flatMap(({ find }) =>
    find(input).map(({ rule }) => rule),
  );
}

it('names both scores and where they stand', () => {
  const claims = [
    claim('hellaswag', 'acc_norm', '61.20', 12, { shots: 10 }),
    claim('hellaswag', 'acc_norm', '63.5', 40, { shots: 10, card: 'acme/other.md', subject: 'other' }),
  ];
  expect(OTHER_CARD_DIFFERS.find(inputOf(claims))).toMatchObject([
    {
      rule: 'other-card',
      severity: 'warning',
      model: 'acme/zephyr',
      benchmark: 'hellaswag',
      published: 61.2,
      message:
        'hellaswag (acc_norm, 10-shot): claims give 61.20 (acme/zephyr.md, line 12) and 63.5 (acme/other.md, line 40).',
      claims: ['acme/zephyr.md#L12C5', 'acme/other.md#L40C5'],
    },
  ]);
  expect(rulesOf(claims)).toEqual(['other-card']);
});

it('tells metadata from the text of the same card', () => {
  const own = frontMatter(claim('mmlu', 'acc', '70.6', 4));
  expect(rulesOf([own, claim('mmlu', 'acc', '80.5', 40)])).toEqual(['metadata']);
  expect(rulesOf([own, frontMatter(claim('mmlu', 'acc', '80.5', 9))])).toEqual([]);
});

it('tells two cards about a model that is neither’s own', () => {
  const elsewhere = { ...OTHERS, card: 'acme/other.md' };
  expect(
    rulesOf([claim('mmlu', 'acc', '66.3', 12, OTHERS), claim('mmlu', 'acc', '67.9', 40, elsewhere)]),
  ).toEqual(['disagreement']);
});

it('passes over two tables of one card, which are two runs more often than not', () => {
  expect(
    rulesOf([claim('mmlu', 'acc', '66.3', 12), claim('mmlu', 'acc', '67.9', 40, { group: 'table@38' })]),
  ).toEqual([]);
});

it.each([
  ['61.18', '61.19', false],
  ['61.18', '61.28', true],
  ['61.24', '61.2', false],
  ['61.35', '61.2', true],
  ['29.60', '29.57', false],
  ['0.61', '61.2', false],
])('takes %s and %s for different: %s', (one, other, differ) => {
  const claims = [
    claim('mmlu', 'acc', one, 12, OTHERS),
    claim('mmlu', 'acc', other, 40, { ...OTHERS, card: 'acme/other.md' }),
  ];
  expect(rulesOf(claims)).toEqual(differ ? ['disagreement'] : []);
});

it('does not hold a chat model against its base, nor a number whose metric nobody names', () => {
  const one = claim('mmlu', 'acc', '45.3', 12, { model_as_written: 'Zephyr 7B' });
  const chat = { subject: 'other', card: 'acme/other.md', model_as_written: 'zephyr-7b-chat' } as const;
  expect(rulesOf([one, claim('mmlu', 'acc', '48.3', 40, chat)])).toEqual([]);
  const truthful = (raw: string, more: Partial<Claim>) =>
    claim('truthfulqa_mc2', 'mc2', raw, 12, { ...OTHERS, metric_as_written: null, ...more });
  const benchmarks = { truthfulqa_mc2: { by_metric: { mc1: 'truthfulqa_mc1' } } };
  const unnamed = [truthful('33.3', {}), truthful('38.8', { card: 'acme/other.md' })];
  expect(rulesOf(unnamed, { benchmarks })).toEqual([]);
  const named = unnamed.map((made) => ({ ...made, metric_as_written: 'mc2' }));
  expect(rulesOf(named, { benchmarks })).toEqual(['disagreement']);
});

it('does not hold names against each other that one table tells apart', () => {
  const card = (path: string) => [
    claim('medqa', 'acc', '61.5', 12, { ...OTHERS, card: path, benchmark_as_written: 'MedQA' }),
    claim('medqa', 'acc', '63.8', 13, { ...OTHERS, card: path, benchmark_as_written: 'MedQA-4-Option' }),
  ];
  expect(rulesOf([...card('acme/one.md'), ...card('acme/two.md')])).toEqual([]);
});

it('names a few values and counts the rest', () => {
  const claims = [10, 20, 30, 40, 50, 60].map((score, card) =>
    claim('mmlu', 'acc', String(score), 7, { ...OTHERS, card: `c${card}.md` }),
  );
  expect(DISAGREEMENT.find(inputOf(claims))[0]?.message).toBe(
    'mmlu (acc): claims give 10 (c0.md, line 7) and 20 (c1.md, line 7) and 30 (c2.md, line 7) and 40 (c3.md, line 7) and 2 more.',
  );
});

it('passes over averages, and over benchmarks that only cards know', () => {
  const pair = (benchmark: string, metric: string) => [
    claim(benchmark, metric, '85.7', 12, OTHERS),
    claim(benchmark, metric, '82.4', 40, { ...OTHERS, card: 'acme/other.md' }),
  ];
  expect(rulesOf(pair('suite', 'average'))).toEqual([]);
  expect(rulesOf(pair('python', 'bleu'), { unlisted: ['python'] })).toEqual([]);
});
