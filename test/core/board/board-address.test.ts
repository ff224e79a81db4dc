/** A board's state in its address: short, readable, and the same again when it is read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoardState, writeBoardState } from '../../../src/core/board/board-address.ts';
import {
  type BoardState,
  FACETS,
  FIRST_STATE,
  MODES,
  SWITCHES,
  withSort,
} from '../../../src/core/board/board-state.ts';

const USUAL = ['average', 'gsm8k', 'mmlu', 'ifeval', 'bbh'];
const KNOWN = [...USUAL, 'parameters', 'type'];
const read = (search: string) => readBoardState(search, USUAL, (key) => KNOWN.includes(key));
const write = (state: BoardState, search = '') => writeBoardState(state, USUAL, search);

const word = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
const wordList = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const number = fc.option(fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10));

const states: fc.Arbitrary<BoardState> = fc.record({
  query: word.map((text) => text),
  sorts: fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('model', ...KNOWN),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
    { maxLength: 3, selector: ({ key }) => key },
  ),
  facets: fc.record(Object.fromEntries(FACETS.map((name) => [name, wordList])), { requiredKeys: [] }),
  size: fc.option(
    fc.record({ from: number, to: number }).filter(({ from, to }) => from !== null || to !== null),
  ),
  switches: fc.record(Object.fromEntries(SWITCHES.map((name) => [name, fc.constant(true as const)])), {
    requiredKeys: [],
  }),
  columns: fc.option(
    fc
      .uniqueArray(fc.constantFrom(...KNOWN), { minLength: 1 })
      .filter((keys) => keys.length !== USUAL.length || keys.some((key, place) => key !== USUAL[place])),
  ),
  pinned: fc.subarray(KNOWN),
  mode: fc.constantFrom(...MODES),
  digits: fc.option(fc.integer({ min: 0, max: 4 })),
  heat: fc.boolean(),
  dense: fc.boolean(),
  selected: fc.uniqueArray(word, { maxLength: 6 }),
});

describe('the address of a board', () => {
  test('gives the state back that it was written from', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(read(write(state))).toEqual(state);
      }),
    );
  });

  test('never throws, and keeps to what it understands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        const state = read(search);
        expect(read(write(state))).toEqual(state);
      }),
    );
  });

  test('says nothing where the board is as its page has it', () => {
    expect(write(FIRST_STATE)).toBe('');
    expect(read('')).toEqual(FIRST_STATE);
  });

  test('is short and readable', () => {
    const state: BoardState = {
      ...FIRST_STATE,
      query: 'license: mit',
      sorts: [
        { key: 'gsm8k', direction: 'descending' },
        { key: 'model', direction: 'ascending' },
      ],
      facets: { type: ['fine-tuned', 'chat'] },
      size: { from: 3, to: 9 },
      switches: { complete: true },
      columns: ['average', 'gsm8k', 'ifeval', 'bbh'],
      selected: ['acme/zephyr'],
    };
    expect(write(state)).toBe(
      '?q=license:+mit&sort=-gsm8k,model&type=fine-tuned,chat&size=3..9&complete=1&hide=mmlu&sel=acme/zephyr',
    );
  });

  test('names the columns shown where they are few or in another order', () => {
    expect(write({ ...FIRST_STATE, columns: ['mmlu'] })).toBe('?cols=mmlu');
    expect(write({ ...FIRST_STATE, columns: [...USUAL].reverse() })).toBe(
      '?cols=bbh,ifeval,mmlu,gsm8k,average',
    );
  });

  test('keeps what others have put into it', () => {
    expect(write({ ...FIRST_STATE, heat: true }, '?utm=x&q=old')).toBe('?utm=x&heat=1');
  });

  test('passes over what is none of its own', () => {
    expect(read('?sort=no_such,-mmlu,mmlu&d=99&mode=odd&size=x..&cols=none&heat=yes')).toEqual({
      ...FIRST_STATE,
      sorts: [{ key: 'mmlu', direction: 'descending' }],
    });
  });
});

describe('sorting', () => {
  const sorts = (state: BoardState) =>
    state.sorts.map(({ key, direction }) => `${direction === 'descending' ? '-' : ''}${key}`).join(',');

  test('by one key turns round when it is asked for again', () => {
    const once = withSort(FIRST_STATE, 'gsm8k', 'descending', false);
    expect(sorts(once)).toBe('-gsm8k');
    expect(sorts(withSort(once, 'gsm8k', 'descending', false))).toBe('gsm8k');
  });

  test('by more keys appends, turns in place, and goes back to one', () => {
    const two = withSort(withSort(FIRST_STATE, 'gsm8k', 'descending', false), 'model', 'ascending', true);
    expect(sorts(two)).toBe('-gsm8k,model');
    expect(sorts(withSort(two, 'gsm8k', 'descending', true))).toBe('gsm8k,model');
    expect(sorts(withSort(two, 'model', 'ascending', false))).toBe('model');
  });
});
