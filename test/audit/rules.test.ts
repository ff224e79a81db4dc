/** The list of rules: each once, each with its words, and the same findings for every order of the claims. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { audit, RULES } from '../../src/audit/rules.ts';
import { CODE_OF_RULE } from '../../src/core/audit-codes.ts';
import { CODES } from '../../src/core/codes.ts';
import { compareText } from '../../src/core/compare.ts';
import { claim, LEADERBOARD_V1 } from './claims.ts';
import { inputOf, model } from './input.ts';

it('has every rule once, in the order of its words', () => {
  expect(RULES.map(({ id }) => id)).toEqual(Object.keys(CODE_OF_RULE));
  for (const { id } of RULES) expect(CODES[CODE_OF_RULE[id]].explanation).not.toBe('');
});

it('finds the same for every order of the claims', () => {
  const claims = [
    claim('gpqa', 'acc', '50.7', 12),
    claim('mmlu', 'acc', '12.5', 13),
    claim('mmlu', 'acc', '61.2', 12, { card: 'acme/other.md', subject: 'other' }),
    claim('arc', 'contamination', '0.2', 20),
    ...['61.2', '50.1', '49.3', '12.7'].flatMap((raw, row) => [
      claim(`b${row}`, 'acc', raw, 30 + row, { model: 'm1' }),
      claim(`b${row}`, 'acc', raw, 40 + row, { model: 'm2' }),
    ]),
  ];
  const models = [
    model('m1', { base_models: ['m2'] }),
    model('m2', { flagged: { reason: 'x', link: null } }),
  ];
  const benchmarks = { gpqa: { items: 198 }, mmlu: { random_baseline: 25, items: 500 } };
  const found = (order: typeof claims) => {
    const input = inputOf(order, { models, benchmarks });
    const results = inputOf(claims, { models, benchmarks }).results;
    const findings = audit({ ...input, results }, { ...input.registry, suite: () => LEADERBOARD_V1 });
    return findings.sort((a, b) => compareText(a.id, b.id));
  };
  const expected = found(claims);
  expect(new Set(expected.map(({ rule }) => rule)).size).toBeGreaterThan(5);
  fc.assert(
    fc.property(fc.shuffledSubarray(claims, { minLength: claims.length }), (order) => {
      expect(found(order)).toEqual(expected);
    }),
  );
});
