/** The table of pairs: what is said to be one model must be one, and how many of those that are one are found. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameModels } from '../../src/normalize/model-names.ts';
import { cardNaming } from './claims.ts';

const pairs = readFileSync(new URL('../fixtures/model-names/pairs.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ') as [truth: string, a: string, b: string]);

const merged = ([, a, b]: (typeof pairs)[number]): boolean => {
  const cards = [cardNaming('reader/first', [a]), cardNaming('reader/second', [b])];
  const names = nameModels(cards, {});
  const [first, second] = cards.map((card) => names.idOf(card.claims[0] as never));
  return first === second;
};

describe('of pairs of names in real cards', () => {
  const same = pairs.filter(([truth]) => truth === 'same');
  const not = pairs.filter(([truth]) => truth === 'not');
  const found = same.filter(merged);

  it(`there are ${same.length} of one model and ${not.length} of two`, () => {
    expect(same.length + not.length).toBe(pairs.length);
    expect(same.length).toBeGreaterThan(50);
    expect(not.length).toBeGreaterThanOrEqual(100);
  });

  it.each(not)('%s one model: %s and %s', (...pair) => expect(merged(pair)).toBe(false));

  it(`${found.length} of ${same.length} of one model are found`, () => {
    const missed = same.filter((pair) => !merged(pair)).map(([, a, b]) => `${a} | ${b}`);
    expect(found.length / same.length, missed.join('\n')).toBeGreaterThan(0.87);
  });

  it('the order of the two says nothing', () => {
    for (const [truth, a, b] of pairs) expect(merged([truth, b, a])).toBe(merged([truth, a, b]));
  });
});
