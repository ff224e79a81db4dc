/** The likely cause of two numbers for one thing, where the claims show one. */
import { expect, it } from 'vitest';
import type { Claim } from '../../src/core/claim.ts';
import { spreadCause } from '../../src/core/spread-cause.ts';
import { sampleClaim } from '../store/samples.ts';
import { english } from '../support/english.ts';

function cause(
  a: number,
  b: number,
  fieldsA: Partial<Claim>,
  fieldsB: Partial<Claim>,
  baseline: number | null = 25,
) {
  const number = (score: number, fields: Partial<Omit<Claim, 'source'>>) => ({
    score,
    decimals: 1,
    claims: [sampleClaim({ value: score, ...fields })],
  });
  const found = spreadCause(number(a, fieldsA), number(b, fieldsB), baseline);
  return found === null ? null : english.t(`causes.${found.key}`, found.values);
}

it.each<[string, number, number, Partial<Claim>, Partial<Claim>, string | null]>([
  ['scale', 61.2, 0.612, {}, {}, 'one seems to be a fraction of 1, the other in percent'],
  ['rescaling', 32.5, 10, {}, {}, 'one is rescaled so that guessing scores 0, the other is not'],
  ['shots', 61.2, 58, { shots: 25 }, {}, 'only one of them names its shots'],
  [
    'split',
    61.2,
    58,
    { split: 'test' },
    { split: 'Validation' },
    'they name different splits: test and validation',
  ],
  ['prompt', 61.2, 58, {}, { setting: 'CoT' }, 'only one of them names its setting'],
  ['metric', 61.2, 58, { metric_as_written: 'acc' }, {}, 'only one of them names its metric'],
  [
    'version',
    61.2,
    58,
    { benchmark_as_written: 'ARC' },
    { benchmark_as_written: 'ARC-c v2' },
    'they are written “ARC” and “ARC-c v2”, which may be two versions',
  ],
  [
    'day',
    61.2,
    58,
    { date: '2024-01-01' },
    { date: '2024-06-01' },
    'they name different days: 2024-01-01 and 2024-06-01',
  ],
  ['rounding', 61.2, 61.3, {}, {}, 'one may be cut where the other is rounded'],
  ['nothing that can be seen', 61.2, 58, {}, {}, null],
])('%s', (_, a, b, fieldsA, fieldsB, expected) => {
  expect(cause(a, b, fieldsA, fieldsB)).toBe(expected);
});

it('takes nothing for rescaled where guessing scores 0, or nobody knows what it scores', () => {
  expect(cause(32.5, 10, {}, {}, 0)).toBeNull();
  expect(cause(32.5, 10, {}, {}, null)).toBeNull();
});
