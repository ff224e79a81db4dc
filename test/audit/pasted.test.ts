/** Whole rows and columns that repeat under another name. */
import { expect, it } from 'vitest';
import { PASTED } from '../../src/audit/pasted.ts';
import type { Claim } from '../../src/core/claim.ts';
import { claim } from './claims.ts';
import { inputOf } from './input.ts';

/** A table: a line a model, a column a benchmark. */
function table(lines: Readonly<Record<string, string>>): Claim[] {
  return Object.entries(lines).flatMap(([model, cells], row) =>
    cells.split(' ').map((raw, column) => {
      const made = claim(`b${column}`, 'acc', raw, 12 + row, { model });
      return { ...made, source: { ...made.source, column: 5 + 10 * column } };
    }),
  );
}
const found = (lines: Readonly<Record<string, string>>) => PASTED.find(inputOf(table(lines)));

it('finds a row that stands under two models', () => {
  expect(
    found({ m1: '61.2 50.1 49.3 12.7', m2: '61.2 50.1 49.3 12.7', m3: '60.2 50.1 49.3 12.7' }),
  ).toMatchObject([
    {
      rule: 'pasted',
      severity: 'warning',
      model: 'm1',
      benchmark: null,
      message: 'The 4 numbers of m1 stand under m2 too.',
      claims: ['12', '13'].flatMap((line) =>
        [5, 15, 25, 35].map((column) => `acme/zephyr.md#L${line}C${column}`),
      ),
    },
  ]);
});

it('finds a column that stands under two benchmarks', () => {
  expect(found({ m1: '61.2 61.2', m2: '50.1 50.1', m3: '49.3 49.3', m4: '12.7 12.7' })).toMatchObject([
    { benchmark: 'b0', message: 'The 4 numbers of b0 stand under b1 too.' },
  ]);
});

it.each<[string, Record<string, string>]>([
  ['one number differs', { m1: '61.2 50.1 49.3 12.7', m2: '61.2 50.1 49.3 12.8' }],
  ['one row is longer', { m1: '61.2 50.1 49.3 12.7', m2: '61.2 50.1 49.3 12.7 11.1' }],
  ['the numbers are few', { m1: '61.2 50.1 49.3', m2: '61.2 50.1 49.3' }],
  ['the numbers tell little', { m1: '100 0 0.5 100 0.5', m2: '100 0 0.5 100 0.5' }],
])('says nothing where %s', (_, lines) => {
  expect(found(lines)).toEqual([]);
});

it('does not look from one table into another, which may tell a model again', () => {
  const [one, two] = [table({ m1: '61.2 50.1 49.3 12.7' }), table({ m2: '61.2 50.1 49.3 12.7' })];
  const elsewhere = two.map((made, at) => ({
    ...made,
    group: 'table@40',
    source: { ...made.source, line: 40 + at },
  }));
  expect(PASTED.find(inputOf([...one, ...elsewhere]))).toEqual([]);
});
