/** Correlations: known values, bounds, and what orders leave alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks, pearson, spearman } from '../../src/core/correlation.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const pairs = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 40 });

describe('pearson', () => {
  it('is 1 on a rising line, −1 on a falling one', () => {
    expect(pearson([1, 2, 3, 4], [10, 20, 30, 40])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3, 4], [8, 6, 4, 2])).toBeCloseTo(-1, 12);
  });

  it('is what a book has', () => {
    // Anscombe's first set: 0.81642.
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(pearson(x, y)).toBeCloseTo(0.81642, 4);
  });

  it('is not defined for equal numbers, or for fewer than two', () => {
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(pearson([1], [1])).toBeNull();
    expect(pearson([], [])).toBeNull();
  });

  it('stays between −1 and 1, and does not mind which list is which', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)];
        const value = pearson(a, b);
        if (value === null) return;
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(pearson(b, a)).toBeCloseTo(value, 9);
      }),
    );
  });
});

describe('spearman', () => {
  it('shares ranks among equal numbers', () => {
    expect(midRanks([5, 1, 5, 3])).toEqual([3.5, 1, 3.5, 2]);
  });

  it('sees the order alone', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)];
        const value = spearman(a, b);
        const stretched = spearman(midRanks(a), b);
        if (value === null) expect(stretched).toBeNull();
        else expect(stretched).toBeCloseTo(value, 9);
      }),
    );
  });
});
