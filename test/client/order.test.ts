import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderRows, parsePrinted } from '../../src/client/order.ts';
import { formatCount, formatScore } from '../../src/core/format.ts';

describe('parsePrinted', () => {
  it.each([
    ['56.21', 56.21],
    ['−3.5', -3.5],
    ['1,234', 1234],
    ['2=', 2],
    ['–', null],
    ['', null],
  ])('%j is %j', (text, number) => expect(parsePrinted(text)).toBe(number));

  it('reads what is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (number) => {
        expect(parsePrinted(formatScore(number / 100, 2))).toBe(number / 100 || 0);
        expect(parsePrinted(formatCount(Math.abs(number)))).toBe(Math.abs(number));
      }),
    );
  });
});

describe('orderRows', () => {
  const column = { kind: 'number', values: [3, null, 1, 3, null, 2] } as const;

  it('puts missing last in both directions, and keeps ties as they came', () => {
    expect(orderRows(column, 'descending')).toEqual([0, 3, 5, 2, 1, 4]);
    expect(orderRows(column, 'ascending')).toEqual([2, 5, 0, 3, 1, 4]);
  });

  it('orders names as the build does', () => {
    const names = { kind: 'text', values: ['model-10', 'Model-9', 'alpha'] } as const;
    expect(orderRows(names, 'ascending')).toEqual([2, 1, 0]);
    expect(orderRows(names, 'descending')).toEqual([0, 1, 2]);
  });

  it('gives every row once', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), (values) => {
        const order = orderRows({ kind: 'number', values }, 'descending');
        expect([...order].sort((a, b) => a - b)).toEqual(values.map((_, place) => place));
      }),
    );
  });
});
