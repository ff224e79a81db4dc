import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortNames } from '../../src/render/short-names.ts';

it.each([
  [
    ['BIG-bench snarks', 'BIG-bench date understanding'],
    ['snarks', 'date understanding'],
  ],
  [
    ['IFEval (Leaderboard v2)', 'BBH (Leaderboard v2)'],
    ['IFEval', 'BBH'],
  ],
  [
    ['MT-Bench', 'MT-Bench'],
    ['MT-Bench', 'MT-Bench'],
  ],
  [
    ['TruthfulQA (MC1)', 'TruthfulQA (MC2)'],
    ['MC1', 'MC2'],
  ],
  [
    ['AlpacaEval 2 (LC win rate)', 'AlpacaEval 2 (win rate)'],
    ['LC win rate', 'win rate'],
  ],
  [
    ['A (MTEB)', 'B (MTEB)', 'C (MTEB)', 'D (MTEB)', 'MS MARCO'],
    ['A', 'B', 'C', 'D', 'MS MARCO'],
  ],
  [
    ['A (MTEB)', 'B (MTEB)', 'C (MTEB)', 'D (MTEB)', 'A'],
    ['A (MTEB)', 'B (MTEB)', 'C (MTEB)', 'D (MTEB)', 'A'],
  ],
  [
    ['ARC', 'ARC easy'],
    ['ARC', 'ARC easy'],
  ],
  [['One name alone'], ['One name alone']],
  [[], []],
])('shortens %j', (names, short) => expect(shortNames(names)).toEqual(short));

it('keeps different names different, and none empty', () => {
  const name = fc
    .array(fc.constantFrom('a', 'b', '(c)'), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
      const short = shortNames(names);
      expect(short.every((each) => each !== '')).toBe(true);
      expect(new Set(short).size).toBe(new Set(names).size);
    }),
  );
});
