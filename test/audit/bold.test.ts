/** Bold that marks the best is held to it. */
import { expect, it } from 'vitest';
import { BOLD_NOT_BEST } from '../../src/audit/bold.ts';
import type { Claim } from '../../src/core/claim.ts';
import { claim } from './claims.ts';
import { inputOf } from './input.ts';

/** A table: a line a benchmark, a column a model. */
function table(lines: Readonly<Record<string, readonly string[]>>): Claim[] {
  return Object.entries(lines).flatMap(([benchmark, cells], row) =>
    cells.map((raw, column) => {
      const made = claim(benchmark, 'acc', raw.replace(/<[^>]*>/g, ''), 12 + row, { model: `m${column}` });
      return { ...made, source: { ...made.source, raw, column: 5 + 10 * column } };
    }),
  );
}

const found = (claims: readonly Claim[], more: Parameters<typeof inputOf>[1] = {}) =>
  BOLD_NOT_BEST.find(inputOf(claims, more));

const RIGHT = {
  a: ['**61.2**', '60.1', '59.0'],
  b: ['41.2', '**50.1**', '49.0'],
  c: ['<b>71.2</b>', '60.1', '49.0'],
};

it('names the number in bold and the better one', () => {
  expect(found(table({ ...RIGHT, d: ['20.5', '**30.5**', '31.5'] }))).toMatchObject([
    {
      rule: 'bold',
      severity: 'warning',
      model: 'm1',
      benchmark: 'd',
      published: 30.5,
      recomputed: 31.5,
      message: 'd: 30.5 of m1 is set in bold as the best of its table, but m2 has 31.5.',
      claims: ['acme/zephyr.md#L15C15', 'acme/zephyr.md#L15C25'],
    },
  ]);
});

it('knows direction by metric and by benchmark', () => {
  const claims = table({ ...RIGHT, d: ['20.5', '30.5', '**19.5**'] });
  expect(found(claims, { benchmarks: { d: { higher_is_better: false } } })).toEqual([]);
  expect(found(claims, { metrics: { acc: { higher_is_better: true } } })).toHaveLength(1);
});

it.each<[string, Record<string, string[]>]>([
  ['all is well', { ...RIGHT, d: ['20.5', '30.5', '**31.5**'] }],
  ['ties share the bold', { ...RIGHT, d: ['20.5', '**31.5**', '**31.5**', '1.5', '2.5'] }],
  ['a group each has its best', { ...RIGHT, d: ['20.5', '**30.5**', '**31.5**', '35', '2.5'] }],
  ['there are few comparisons', { a: RIGHT.a, b: RIGHT.b, d: ['20.5', '**30.5**', '31.5'] }],
  [
    'bold marks the own model',
    { a: RIGHT.a, c: RIGHT.c, d: ['**20.5**', '30.5', '31.5'], e: ['**50.5**', '30.5', '31.5'] },
  ],
  ['bold is wrong too often to mean the best', { ...RIGHT, d: ['1', '**2**', '3'], e: ['1', '**2**', '3'] }],
])('says nothing where %s', (_, lines) => {
  expect(found(table(lines))).toEqual([]);
});

it('says nothing of a comparison with a number that was held', () => {
  const claims = table({ ...RIGHT, d: ['20.5', '**30.5**', '31.5'] });
  const doubtful = claims.map((made) => (made.score === 31.5 ? { ...made, status: 'held' as const } : made));
  expect(found(doubtful)).toEqual([]);
});
