/** Warnings of the audit point at the published figure in its card. */
import { expect, it } from 'vitest';
import { auditDiagnostics } from '../../src/audit/diagnostics.ts';
import { CODES } from '../../src/core/codes.ts';
import type { Finding } from '../../src/core/result.ts';
import { claim } from './claims.ts';
import { model } from './input.ts';

const FINDING: Finding = {
  id: 'f1',
  rule: 'average',
  severity: 'warning',
  model: 'acme/zephyr',
  suite: 'trio',
  benchmark: null,
  message: 'Trio: the published average 45.78 does not hold.',
  published: 45.78,
  recomputed: 43.32,
  by: 'mean over 3 of 3 rows',
  alternatives: [],
  claims: ['acme/zephyr.md#L27C5', 'acme/zephyr.md#L12C5'],
};
const CLAIMS = [claim('trio', 'average', '45.78', 27), claim('a', 'acc', '12', 12)];

it('stands at the figure, under the name that the reader knows the card by', () => {
  const files = new Map([['acme/zephyr.md', 'cards/acme/zephyr.md']]);
  expect(auditDiagnostics([FINDING], CLAIMS, [], files)).toEqual([
    {
      severity: 'warning',
      code: 'audit/average-differs',
      message: FINDING.message,
      hint: CODES['audit/average-differs'].hint,
      file: 'cards/acme/zephyr.md',
      line: 27,
      column: 5,
      endColumn: 10,
    },
  ]);
});

it('has a code for each rule, and none for what holds', () => {
  const disagreement: Finding = { ...FINDING, rule: 'disagreement' };
  const holds: Finding = { ...FINDING, severity: 'ok' };
  const codes = auditDiagnostics([FINDING, disagreement, holds], CLAIMS).map((diagnostic) => diagnostic.code);
  expect(codes).toEqual(['audit/average-differs', 'audit/disagreement']);
});

it('stands at the top of the model’s card where a finding rests on no number', () => {
  const flagged: Finding = { ...FINDING, rule: 'flagged', severity: 'info', claims: [] };
  const files = new Map([['acme/zephyr.md', 'cards/acme/zephyr.md']]);
  const own = model('acme/zephyr', { card: 'acme/zephyr.md' });
  expect(auditDiagnostics([flagged], CLAIMS, [own], files)).toMatchObject([
    { code: 'audit/flagged', severity: 'info', file: 'cards/acme/zephyr.md', line: 1, column: 1 },
  ]);
  expect(auditDiagnostics([flagged], CLAIMS, [model('acme/zephyr')], files)).toEqual([]);
});
