import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countOf,
  decimalsOf,
  formatCount,
  formatDifference,
  formatParameters,
  formatScore,
} from '../../src/core/format.ts';

describe('formatScore', () => {
  it.each([
    [56.21, 2, '56.21'],
    [8.6, 2, '8.60'],
    [-3.25, 1, '−3.3'],
    [1234.5, 0, '1235'],
    [1, -1, '1'],
  ])('%d with %d digits is %s', (score, decimals, text) => {
    expect(formatScore(score, decimals)).toBe(text);
  });

  it('gives every number of a column the same digits behind the point', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (score, decimals) => {
          expect(formatScore(score, decimals)).toMatch(new RegExp(`^−?\\d+\\.\\d{${decimals}}$`));
        },
      ),
    );
  });
});

describe('formatDifference', () => {
  it.each([
    [3.1, 1, '+3.1'],
    [-0.4, 1, '−0.4'],
    [0.001, 2, '±0'],
    [-0.001, 2, '±0'],
  ])('%d with %d digits is %s', (difference, decimals, text) => {
    expect(formatDifference(difference, decimals)).toBe(text);
  });
});

describe('counts and sizes', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('counts %d as %s', (count, text) => expect(formatCount(count)).toBe(text));

  it('knows one from many', () => {
    expect(countOf(1, 'model')).toBe('1 model');
    expect(countOf(12, 'model')).toBe('12 models');
    expect(countOf(2, 'more card', 'more cards')).toBe('2 more cards');
  });

  it.each([
    [7, '7B'],
    [0.5, '0.5B'],
    [0.125, '125M'],
    [6.7, '6.7B'],
  ])('%d billion parameters are %s', (billions, text) => expect(formatParameters(billions)).toBe(text));

  it.each([
    [25.54, 2],
    [36.4, 1],
    [100, 0],
    [0.1 + 0.2, 1],
  ])('%d needs %d digits', (score, decimals) => expect(decimalsOf(score)).toBe(decimals));
});
