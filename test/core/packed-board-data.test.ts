/** A board's data comes out of its packed form as it went in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardData, Openness } from '../../src/core/board-data.ts';
import { packBoardData, unpackBoardData } from '../../src/core/packed-board-data.ts';
import { MODEL_TYPES } from '../../src/core/result.ts';

const WORDS = ['', 'acme', 'mit', 'en', 'gguf'];

/** Numbers with as many digits as travel: two more than are shown. */
const number = (decimals: number) =>
  fc.option(
    fc.integer({ min: -1e6, max: 1e6 }).map((whole) => whole / 10 ** (decimals + 2) || 0),
    { nil: null },
  );
const places = fc.uniqueArray(fc.integer({ min: 1, max: WORDS.length - 1 }), { maxLength: 3 });

const boardData: fc.Arbitrary<BoardData> = fc
  .record({ rows: fc.integer({ min: 0, max: 8 }), columns: fc.integer({ min: 0, max: 3 }) })
  .chain(({ rows, columns }) => {
    const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: rows, maxLength: rows });
    const text = fc.string({ maxLength: 12 });
    const id = fc.oneof(
      text,
      text.map((name) => `acme/${name}`),
      text.map((name) => `other/${name}`),
    );
    const scores = fc.record({
      score: list(number(2)),
      stderr: list(number(2)),
      origin: list(fc.constantFrom('l', 's', 't', ' ')).map((letters) => letters.join('')),
      claimed: list(fc.constantFrom(null, [0.5, 12.25] as const)),
      loose: list(fc.boolean()),
    });
    return fc.record({
      id: text,
      name: text,
      columns: fc.array(
        fc.record({
          key: text,
          name: text,
          whole: text,
          under: text,
          href: text,
          group: text,
          unit: text,
          decimals: fc.constant(2),
          lowerIsBetter: fc.boolean(),
          kind: fc.constantFrom('score' as const, 'count' as const, 'day' as const),
          baseline: number(2),
          ceiling: number(2),
        }),
        { minLength: columns, maxLength: columns },
      ),
      average: fc.record({
        rule: fc.constantFrom('mean' as const, 'none' as const),
        requires: fc.integer({ min: 0, max: 9 }),
        decimals: fc.constant(2),
      }),
      ranked: text,
      words: fc.constant(WORDS),
      models: fc.record({
        id: list(id),
        name: list(text),
        also: list(text),
        href: list(
          fc.oneof(
            text,
            id.map((own) => `../../models/${own}/`),
          ),
        ),
        organisation: list(fc.integer({ min: 0, max: WORDS.length - 1 })),
        type: list(fc.constantFrom(...MODEL_TYPES)),
        parameters: list(fc.option(fc.double({ min: 0, max: 1e4, noNaN: true }), { nil: null })),
        licenses: list(places),
        openness: list(fc.constantFrom<Openness>('open', 'restricted', 'closed', 'unknown')),
        languages: list(places),
        library: list(fc.integer({ min: 0, max: WORDS.length - 1 })),
        bases: list(places),
        tags: list(places),
        precision: list(places),
        card: list(fc.boolean()),
        flagged: list(fc.boolean()),
        copy: list(fc.boolean()),
      }),
      scores: fc.array(scores, { minLength: columns, maxLength: columns }),
      rank: list(fc.option(fc.integer({ min: 1, max: 99 }), { nil: null })),
      averages: list(number(2)),
    });
  });

describe('packed data of a board', () => {
  it('comes out as it went in, through JSON', () => {
    fc.assert(
      fc.property(boardData, (data) => {
        const travelled = JSON.parse(JSON.stringify(packBoardData(data)));
        expect(unpackBoardData(travelled)).toEqual(data);
      }),
    );
  });

  it('keeps two digits more than are shown, and no tail of zeros', () => {
    const [data] = fc.sample(
      boardData.filter(({ columns }) => columns.length === 1),
      1,
    ) as [BoardData];
    const score = data.rank.map(() => 64.593_08);
    const packed = packBoardData({
      ...data,
      scores: [{ ...(data.scores[0] as BoardData['scores'][0]), score }],
    });
    expect(packed.scores[0]?.of.every((whole) => whole === 645_931)).toBe(true);
    const round = packBoardData({
      ...data,
      scores: [{ ...(data.scores[0] as BoardData['scores'][0]), score: data.rank.map(() => 64.5) }],
    });
    expect(round.scores[0]?.of.every((whole) => whole === 645)).toBe(true);
  });
});
