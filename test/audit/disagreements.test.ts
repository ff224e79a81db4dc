/** Claims of one thing that differ are named with their places. */
import { expect, it } from 'vitest';
import { auditDisagreements } from '../../src/audit/disagreements.ts';
import type { Result, ResultValue } from '../../src/core/result.ts';
import type { BenchmarkRecord } from '../../src/store/types.ts';
import { claim } from './claims.ts';

const BENCHMARKS = [{ id: 'hellaswag', name: 'HellaSwag' }] as BenchmarkRecord[];

function result(values: readonly [score: number, decimals: number, claim: string][]): Result {
  const made = values.map(
    ([score, decimals, id]): ResultValue => ({
      score,
      stderr: null,
      decimals,
      origin: 'self-reported',
      claims: [id],
    }),
  );
  return {
    id: 'r1',
    model: 'acme/zephyr',
    benchmark: 'hellaswag',
    metric: 'acc_norm',
    shots: 10,
    shots_inferred: false,
    setting: null,
    split: null,
    score: made[0]?.score ?? 0,
    unit: 'percent',
    stderr: null,
    decimals: made[0]?.decimals ?? 0,
    origin: 'self-reported',
    claims: values.map(([, , id]) => id),
    values: made,
    spread: 0,
  };
}

const CLAIMS = [
  claim('hellaswag', 'acc_norm', '61.20', 12),
  claim('hellaswag', 'acc_norm', '63.5', 40, { card: 'acme/other.md' }),
];

it('names both scores and where they stand', () => {
  const findings = auditDisagreements(
    [
      result([
        [61.2, 2, 'acme/zephyr.md#L12C5'],
        [63.5, 1, 'acme/other.md#L40C5'],
      ]),
    ],
    CLAIMS,
    BENCHMARKS,
  );
  expect(findings).toMatchObject([
    {
      rule: 'disagreement',
      severity: 'warning',
      model: 'acme/zephyr',
      benchmark: 'hellaswag',
      published: 61.2,
      message:
        'HellaSwag (acc_norm, 10-shot): claims give 61.20 (acme/zephyr.md, line 12) and 63.5 (acme/other.md, line 40).',
      claims: ['acme/zephyr.md#L12C5', 'acme/other.md#L40C5'],
    },
  ]);
});

it('lets pass what rounding or cutting can explain', () => {
  const found = (a: [number, number], b: [number, number]) =>
    auditDisagreements(
      [
        result([
          [...a, 'x#L1C1'],
          [...b, 'y#L1C1'],
        ]),
      ],
      [],
      [],
    ).length;
  expect(found([61.18, 2], [61.19, 2])).toBe(0);
  expect(found([61.18, 2], [61.2, 2])).toBe(1);
  expect(found([61.24, 2], [61.2, 1])).toBe(0);
  expect(found([61.3, 2], [61.2, 1])).toBe(1);
  expect(auditDisagreements([result([[61.2, 1, 'x#L1C1']])], [], [])).toEqual([]);
});

it('names a few values and counts the rest', () => {
  const values = [10, 20, 30, 40, 50, 60].map((score, i): [number, number, string] => [
    score,
    0,
    `x#L${i}C1`,
  ]);
  const [finding] = auditDisagreements([result(values)], [], []);
  expect(finding?.message).toBe(
    'hellaswag (acc_norm, 10-shot): claims give 10 and 20 and 30 and 40 and 2 more.',
  );
});

it('passes over averages of nobody knows what', () => {
  const average = (benchmark: string) => ({
    ...result([
      [85.7, 1, 'x#L1C1'],
      [82.4, 1, 'x#L2C1'],
    ]),
    benchmark,
    metric: 'average',
  });
  const benchmarks = [
    { id: 'average', name: 'Average', listed: false },
    { id: 'suite', name: 'Suite', listed: true },
  ] as BenchmarkRecord[];
  const findings = auditDisagreements([average('average'), average('suite')], [], benchmarks);
  expect(findings.map((finding) => finding.benchmark)).toEqual(['suite']);
});
