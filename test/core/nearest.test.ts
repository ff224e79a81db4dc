import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/core/nearest.ts';

describe('nearest', () => {
  const known = ['title', 'description', 'base_url', 'base_path', 'boards', 'id'];

  it.each([
    ['titel', 'title'],
    ['TITLE', 'title'],
    ['descripton', 'description'],
    ['baseUrl', 'base_url'],
    ['board', 'boards'],
    ['ids', 'id'],
    ['zebra', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ])('of %j is %j', (name, expected) => {
    expect(nearest(name, known)).toBe(expected);
  });

  it('takes the first of equals', () => {
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abcd', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same in both directions, and 0 only between equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
