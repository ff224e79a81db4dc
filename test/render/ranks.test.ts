import { expect, it } from 'vitest';
import { countRanks, ofWord, rankWord } from '../../src/render/ranks.ts';
import { english } from '../support/english.ts';

it('finds shared ranks and counts the ranked', () => {
  const { shared, ranked } = countRanks([1, 1, 3, null, 4, 4, 4, null]);
  expect([...shared]).toEqual([1, 4]);
  expect(ranked).toBe(6);
});

it('puts ranks in words', () => {
  expect(rankWord(2, true)).toBe('2=');
  expect(rankWord(2, false)).toBe('2');
  expect(rankWord(null, false)).toBe('–');
  expect(ofWord(english.t, '3', 12)).toBe('3 of 12');
  expect(ofWord(english.t, '1', 1)).toBe('only one');
});
